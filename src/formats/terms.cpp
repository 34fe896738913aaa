// SPDX-License-Identifier: MIT
#include "formats/terms.h"

#include <array>

namespace travaux::formats {
namespace {

// In the order of `text::Language`: Arabic, Chinese, English, French, Russian, Spanish.
using Forms = std::array<std::string_view, 6>;

// clang-format off
constexpr std::array<Forms, 21> terms = {{
    {"النص الموحّد", "合并案文", "Consolidated text", "Texte consolidé", "Сводный текст", "Texto consolidado"},
    {"المحتويات", "目录", "Contents", "Table des matières", "Содержание", "Índice"},
    {"المقترحات", "提案", "Proposals", "Propositions", "Предложения", "Propuestas"},
    {"السبب", "理由", "Reason", "Motif", "Обоснование", "Motivo"},
    {"يعدّل", "修正", "Amends", "Amende", "Изменяет", "Enmienda"},
    {"سُحب، ويُبقى عليه لأن مقترحاً آخر يعدّله", "已撤回，因另一提案对其作出修正而保留", "Withdrawn; kept because another proposal amends it", "Retirée; maintenue parce qu’une autre proposition l’amende", "Отозвано; сохраняется, поскольку другое предложение его изменяет", "Retirada; se mantiene porque otra propuesta la enmienda"},
    {"حذف", "删除", "Delete", "Supprimer", "Исключить", "Suprimir"},
    {"نقل من هنا", "移出此处", "Move from here", "Déplacer d’ici", "Перенести отсюда", "Trasladar de aquí"},
    {"نقل إلى هنا", "移至此处", "Move here", "Déplacer ici", "Перенести сюда", "Trasladar aquí"},
    {"الدمج مع الحكم التالي", "与下一条款合并", "Join with the next provision", "Fusionner avec la disposition suivante", "Объединить со следующим положением", "Unir con la disposición siguiente"},
    {"الإبقاء بين قوسين معقوفين", "保留方括号", "Keep in square brackets", "Maintenir entre crochets", "Сохранить в квадратных скобках", "Mantener entre corchetes"},
    {"تحفّظ على الموقف", "保留立场", "Position reserved", "Position réservée", "Позиция зарезервирована", "Posición reservada"},
    {"ملاحظة", "说明", "Note", "Note", "Примечание", "Nota"},
    {"حكم جديد", "新条款", "New provision", "Nouvelle disposition", "Новое положение", "Disposición nueva"},
    {"الخيار", "备选案文", "Option", "Option", "Вариант", "Opción"},
    {"المشروع", "草案", "draft", "projet", "проект", "proyecto"},
    {"في انتظار الترجمة", "待译", "translation pending", "traduction en attente", "перевод ожидается", "traducción pendiente"},
    {"الانتقال إلى النص", "跳至案文", "Skip to the text", "Aller au texte", "Перейти к тексту", "Ir al texto"},
    {"لا توجد مقترحات مفتوحة.", "没有待决提案。", "No proposal is open.", "Aucune proposition n’est ouverte.", "Открытых предложений нет.", "No hay propuestas abiertas."},
    {"بديل:", "备选：", "alternative:", "variante :", "вариант:", "alternativa:"},
    {"نهاية البديل", "备选完", "end of alternative", "fin de la variante", "конец варианта", "fin de la alternativa"},
}};
// clang-format on

}  // namespace

std::string_view term(Term name, text::Language language) {
    return terms[static_cast<std::size_t>(name)][static_cast<std::size_t>(language)];
}

}  // namespace travaux::formats
