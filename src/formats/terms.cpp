// SPDX-License-Identifier: MIT
#include "formats/terms.h"

#include <array>
#include <span>

namespace travaux::formats {
namespace {

// In the order of `text::Language`: Arabic, Chinese, English, French, Russian, Spanish.
using Forms = std::array<std::string_view, 6>;

// clang-format off
constexpr std::array<Forms, 45> terms = {{
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
    {"البديل", "备选", "alternative", "variante", "вариант", "alternativa"},
    {"نهاية البديل", "备选完", "end of alternative", "fin de la variante", "конец варианта", "fin de la alternativa"},
    {"المواضع المفتوحة", "未决之处", "Open places", "Passages ouverts", "Открытые места", "Pasajes abiertos"},
    {"لا مقترحات", "无提案", "nothing proposed", "aucune proposition", "предложений нет", "sin propuestas"},
    {"كيفية قراءة العلامات", "标记说明", "How to read the marks", "Comment lire les signes", "Как читать пометы", "Cómo leer los signos"},
    {"موضع تتنافس فيه الصيغ: رقمه، ثم حرف لكل صيغة. الصيغة الأولى هي صيغة المشروع، وترد الأسماء إلى جانب النص.", "措辞相互竞争之处：先列编号，再以字母标明各种案文。第一种是草案案文，提出者列于旁侧。", "A place where wordings compete: its number, then a letter for each reading. The first is that of the draft; the names stand beside the text.", "Passage où des libellés s’opposent : son numéro, puis une lettre par variante. La première est celle du projet ; les noms figurent à côté du texte.", "Место, где редакции соперничают: его номер, затем буква для каждого варианта. Первый вариант — вариант проекта; названия стоят рядом с текстом.", "Pasaje en que compiten redacciones: su número y una letra para cada variante. La primera es la del proyecto; los nombres figuran junto al texto."},
    {"كلمات مقترحة: تحتها خط، وخطان إن كانت داخل صيغة أخرى.", "提议增加的词语：加下划线；位于另一案文之内的，加双下划线。", "Proposed words are underlined, twice where they stand within another reading.", "Les mots proposés sont soulignés, deux fois à l’intérieur d’une autre variante.", "Предлагаемые слова подчеркнуты, а внутри другого варианта — дважды.", "Las palabras propuestas van subrayadas, dos veces dentro de otra variante."},
    {"كلمات يُقترح حذفها: مشطوبة، ويرد إلى جانبها من يقترح حذفها.", "提议删除的词语：加删除线，旁侧列明提议删除者。", "Words that some would delete are struck through; who would delete them stands beside.", "Les mots dont la suppression est proposée sont barrés ; les auteurs figurent à côté.", "Слова, которые предлагается исключить, зачеркнуты; рядом указано, кто это предлагает.", "Las palabras cuya supresión se propone van tachadas; al lado figura quién la propone."},
    {"حكم مقترح كله: خط في بدايته، وكلمة «حكم جديد» إلى جانبه.", "整条均为提议：起始处有竖线，旁侧注明“新条款”。", "A provision that is proposed as a whole has a bar at its start, and the words “New provision” beside it.", "Une disposition entièrement proposée porte un filet au début et, à côté, les mots « Nouvelle disposition ».", "Положение, предлагаемое целиком, отмечено чертой в начале и словами «Новое положение» рядом.", "Una disposición propuesta en su totalidad lleva una raya al comienzo y, al lado, las palabras «Disposición nueva»."},
    {"كلمات يُطلب إبقاؤها بين قوسين معقوفين.", "要求保留在方括号内的词语。", "Words that some would keep in square brackets.", "Mots que certains veulent maintenir entre crochets.", "Слова, которые предлагается сохранить в квадратных скобках.", "Palabras que algunos desean mantener entre corchetes."},
    {"هنا يبدأ حكم منفصل.", "由此处起另成一款。", "Here a provision of its own would begin.", "Ici commencerait une disposition distincte.", "Здесь началось бы отдельное положение.", "Aquí comenzaría una disposición aparte."},
    {"تحفّظ وفد على موقفه.", "某代表团保留立场。", "A delegation reserves its position.", "Une délégation réserve sa position.", "Делегация резервирует свою позицию.", "Una delegación reserva su posición."},
    {"الرقم", "编号", "Number", "Numéro", "Номер", "Número"},
    {"العنوان", "标题", "Heading", "Intitulé", "Заголовок", "Título"},
    {"نص المشروع كما هو", "草案原文", "The draft as it stands", "Le projet en l’état", "Проект в нынешнем виде", "El proyecto tal como está"},
    {"ترتيب مقترح للتصويت، على أساس المادة 130 من النظام الداخلي للجمعية العامة", "根据大会议事规则第一三〇条建议的表决次序", "Suggested order of voting, after rule 130 of the rules of procedure of the General Assembly", "Ordre suggéré des votes, d’après l’article 130 du Règlement intérieur de l’Assemblée générale", "Предлагаемый порядок голосования согласно правилу 130 правил процедуры Генеральной Ассамблеи", "Orden de votación sugerido, según el artículo 130 del reglamento de la Asamblea General"},
    {"؛ واعتماده يعني رفض ما يلي: ", "；其通过意味着否决：", "; its adoption would reject: ", " ; son adoption entraînerait le rejet suivant : ", "; принятие означало бы отклонение следующего: ", "; su aprobación supondría rechazar lo siguiente: "},
    {"المقارنة", "比较", "Comparison", "Comparaison", "Сопоставление", "Comparación"},
    {"الأحكام المتغيرة", "有改动的条款", "Changed provisions", "Dispositions modifiées", "Измененные положения", "Disposiciones modificadas"},
    {"نُقل من هنا", "已移出此处", "Moved from here", "Déplacé d’ici", "Перенесено отсюда", "Trasladado de aquí"},
    {"نُقل إلى هنا", "已移至此处", "Moved here", "Déplacé ici", "Перенесено сюда", "Trasladado aquí"},
    {"الكلمات التي أضيفت: تحتها خط.", "新增词语：加下划线。", "Words that came are underlined.", "Les mots ajoutés sont soulignés.", "Добавленные слова подчеркнуты.", "Las palabras añadidas van subrayadas."},
    {"الكلمات التي حُذفت: يتوسطها خط.", "删去词语：加删除线。", "Words that went are struck through.", "Les mots supprimés sont barrés.", "Исключенные слова зачеркнуты.", "Las palabras suprimidas van tachadas."},
    {"الكلمات التي نُقلت: تحتها خطان حيث هي الآن، ويتوسطها خطان حيث كانت.", "移动的词语：现位置加双下划线，原位置加双删除线。", "Words that moved are underlined twice where they stand now, and struck through twice where they stood.", "Les mots déplacés sont soulignés deux fois à leur nouvel emplacement et barrés deux fois à l’ancien.", "Перенесенные слова дважды подчеркнуты на новом месте и дважды зачеркнуты на прежнем.", "Las palabras trasladadas van subrayadas dos veces en su nuevo lugar y tachadas dos veces en el anterior."},
    {"المكان الجديد", "新位置", "New place", "Nouvel emplacement", "Новое место", "Nuevo lugar"},
    {"المكان السابق", "原位置", "Former place", "Ancien emplacement", "Прежнее место", "Lugar anterior"},
}};
// clang-format on

// Arabic counts readings in the order of its numerals; Russian leaves out what is no letter of
// lists.
constexpr std::array<std::string_view, 20> arabic = {"أ", "ب", "ج", "د", "هـ", "و", "ز",
                                                     "ح", "ط", "ي", "ك", "ل",  "م", "ن",
                                                     "س", "ع", "ف", "ص", "ق",  "ر"};
constexpr std::array<std::string_view, 26> russian = {"а", "б", "в", "г", "д", "е", "ж", "з", "и",
                                                      "к", "л", "м", "н", "о", "п", "р", "с", "т",
                                                      "у", "ф", "х", "ц", "ч", "ш", "щ", "э"};
constexpr std::array<std::string_view, 26> latin = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                                    "j", "k", "l", "m", "n", "o", "p", "q", "r",
                                                    "s", "t", "u", "v", "w", "x", "y", "z"};

std::span<const std::string_view> alphabet(text::Language language) {
    if (language == text::Language::ar) return arabic;
    if (language == text::Language::ru) return russian;
    return latin;
}

}  // namespace

std::string_view list_comma(text::Language language) {
    if (language == text::Language::ar) return "، ";
    return language == text::Language::zh ? "、" : ", ";
}

std::string_view colon(text::Language language) {
    if (language == text::Language::fr) return "\xE2\x80\xAF: ";
    return language == text::Language::zh ? "：" : ": ";
}

std::string reading_letter(std::size_t at, text::Language language) {
    const auto letters = alphabet(language);
    std::string result;
    for (++at; at > 0; at = (at - 1) / letters.size()) {
        result.insert(0, letters[(at - 1) % letters.size()]);
    }
    return result;
}

std::string_view reservation_letter(text::Language language) {
    switch (language) {
        case text::Language::ar: return "ح";
        case text::Language::zh: return "保";
        case text::Language::ru: return "Р";
        case text::Language::en:
        case text::Language::fr:
        case text::Language::es: break;
    }
    return "R";
}

std::string_view term(Term name, text::Language language) {
    return terms[static_cast<std::size_t>(name)][static_cast<std::size_t>(language)];
}

}  // namespace travaux::formats
