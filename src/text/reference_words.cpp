// SPDX-License-Identifier: MIT
#include "text/reference_words.h"

#include <algorithm>
#include <array>

#include "text/code_point.h"
#include "text/step_forms.h"
#include "text/word.h"

namespace travaux::text {
namespace {

constexpr std::size_t step_count = static_cast<std::size_t>(Step::footnote) + 1;
using Names = std::array<std::string_view, step_count>;

// In the order of `Step`.
constexpr Names arabic_names = {"المرفق",
                                "التذييل",
                                "القائمة",
                                "القرار",
                                "الوثيقة الختامية",
                                "الجزء",
                                "الفصل",
                                "الباب",
                                "الفرع",
                                "الفرع الثانوي",
                                "المادة",
                                "الديباجة",
                                "الفقرة",
                                "الفقرة غير المرقمة",
                                "الفقرة الفرعية",
                                "البند",
                                "العبارة الاستهلالية",
                                "العبارة الختامية",
                                "العنوان الفرعي",
                                "عنوان المعاهدة",
                                "الجدول",
                                "الصف",
                                "الخانة",
                                "الحاشية"};
constexpr Names chinese_names = {"附件",   "附录",     "附表", "决议", "最后文件", "部分",
                                 "章",     "篇",       "节",   "分节", "条",       "序言",
                                 "款",     "未编号段", "项",   "小项", "起首部分", "结尾部分",
                                 "小标题", "条约标题", "表",   "行",   "格",       "脚注"};
constexpr Names english_names = {"annex",        "appendix",
                                 "schedule",     "resolution",
                                 "final act",    "part",
                                 "chapter",      "title",
                                 "section",      "subsection",
                                 "article",      "preamble",
                                 "paragraph",    "unnumbered paragraph",
                                 "subparagraph", "item",
                                 "chapeau",      "closing words",
                                 "heading",      "treaty title",
                                 "table",        "row",
                                 "cell",         "footnote"};
constexpr Names french_names = {"annexe",         "appendice",
                                "tableau annexe", "résolution",
                                "acte final",     "partie",
                                "chapitre",       "titre",
                                "section",        "sous-section",
                                "article",        "préambule",
                                "paragraphe",     "paragraphe non numéroté",
                                "alinéa",         "tiret",
                                "chapeau",        "membre de phrase final",
                                "intertitre",     "titre du traité",
                                "tableau",        "ligne",
                                "case",           "note"};
constexpr Names russian_names = {"приложение",
                                 "добавление",
                                 "перечень",
                                 "резолюция",
                                 "заключительный акт",
                                 "часть",
                                 "глава",
                                 "титул",
                                 "раздел",
                                 "подраздел",
                                 "статья",
                                 "преамбула",
                                 "пункт",
                                 "ненумерованный пункт",
                                 "подпункт",
                                 "абзац",
                                 "вводная часть",
                                 "заключительная часть",
                                 "подзаголовок",
                                 "название договора",
                                 "таблица",
                                 "строка",
                                 "ячейка",
                                 "сноска"};
constexpr Names russian_genitives = {"приложения",
                                     "добавления",
                                     "перечня",
                                     "резолюции",
                                     "заключительного акта",
                                     "части",
                                     "главы",
                                     "титула",
                                     "раздела",
                                     "подраздела",
                                     "статьи",
                                     "преамбулы",
                                     "пункта",
                                     "ненумерованного пункта",
                                     "подпункта",
                                     "абзаца",
                                     "вводной части",
                                     "заключительной части",
                                     "подзаголовка",
                                     "названия договора",
                                     "таблицы",
                                     "строки",
                                     "ячейки",
                                     "сноски"};
constexpr Names spanish_names = {"anexo",          "apéndice",
                                 "lista",          "resolución",
                                 "acta final",     "parte",
                                 "capítulo",       "título",
                                 "sección",        "subsección",
                                 "artículo",       "preámbulo",
                                 "párrafo",        "párrafo sin numerar",
                                 "apartado",       "guion",
                                 "encabezamiento", "parte final",
                                 "epígrafe",       "título del tratado",
                                 "cuadro",         "fila",
                                 "casilla",        "nota"};

constexpr std::array<std::string_view, 6> english_joins = {"of", "the",  "in",
                                                           "to", "from", "under"};
constexpr std::array<std::string_view, 12> french_joins = {"de", "du", "des", "d'",  "d’", "l'",
                                                           "l’", "la", "le",  "les", "a",  "au"};
constexpr std::array<std::string_view, 6> spanish_joins = {"de", "del", "la", "el", "los", "las"};
constexpr std::array<std::string_view, 2> russian_joins = {"в", "к"};
constexpr std::array<std::string_view, 2> arabic_joins = {"من", "في"};
constexpr std::array<std::string_view, 1> chinese_joins = {"的"};

constexpr std::array<std::string_view, 5> english_lists = {"and", "or", "to", "through", "and/or"};
constexpr std::array<std::string_view, 4> french_lists = {"et", "ou", "a", "au"};
constexpr std::array<std::string_view, 6> spanish_lists = {"y", "e", "o", "u", "a", "al"};
constexpr std::array<std::string_view, 4> russian_lists = {"и", "или", "по", "до"};
constexpr std::array<std::string_view, 3> arabic_lists = {"و", "او", "الى"};
constexpr std::array<std::string_view, 7> chinese_lists = {"和", "及", "或", "至",
                                                           "到", "与", "、"};

constexpr std::array<std::string_view, 2> english_this = {"this", "present"};
constexpr std::array<std::string_view, 5> french_this = {"presente", "present", "cette", "ce",
                                                         "cet"};
constexpr std::array<std::string_view, 4> spanish_this = {"este", "esta", "presente", "dicho"};
constexpr std::array<std::string_view, 5> russian_this = {"настоящего", "настоящей", "настоящем",
                                                          "данного", "этого"};
constexpr std::array<std::string_view, 2> arabic_this = {"هذا", "هذه"};
constexpr std::array<std::string_view, 1> chinese_this = {"本"};

constexpr std::array<std::string_view, 16> english_instruments = {
    "charter",     "convention",  "conventions",  "covenant",    "statute", "protocol",
    "treaty",      "agreement",   "constitution", "regulations", "rules",   "resolution",
    "conventions", "declaration", "act",          "additional"};
constexpr std::array<std::string_view, 9> french_instruments = {
    "charte",    "convention", "conventions", "pacte",       "statut",
    "protocole", "traite",     "accord",      "constitution"};
constexpr std::array<std::string_view, 8> spanish_instruments = {
    "carta", "convencion", "convenio", "pacto", "estatuto", "protocolo", "tratado", "acuerdo"};
constexpr std::array<std::string_view, 10> russian_instruments = {
    "устава",   "конвенции",  "пакта",      "статута",     "протокола",
    "договора", "соглашения", "регламента", "конституции", "хартии"};
constexpr std::array<std::string_view, 6> arabic_instruments = {"ميثاق",    "اتفاقية", "عهد",
                                                                "بروتوكول", "معاهدة",  "نظام"};

}  // namespace

namespace {

// "To" takes the place of the article's alif: للمادة.
std::optional<std::size_t> match_bare_arabic(std::string_view text, std::string_view word) {
    if (const auto bytes = match_word(text, word)) return bytes;
    constexpr std::string_view to_the = "لل";
    constexpr std::string_view the = "ال";
    if (!text.starts_with(to_the) || !word.starts_with(the)) return std::nullopt;
    const auto bytes = match_word(text.substr(to_the.size()), word.substr(the.size()));
    if (!bytes) return std::nullopt;
    return to_the.size() + *bytes;
}

// In Arabic "and", "so", "by" and "as" are written onto the word, two of them at most: وبالمادة.
std::optional<std::size_t> match_arabic(std::string_view text, std::string_view word) {
    constexpr int prefixes_max = 2;
    std::size_t taken = 0;
    for (int prefixes = 0; prefixes <= prefixes_max; ++prefixes) {
        const std::string_view rest = text.substr(taken);
        if (const auto bytes = match_bare_arabic(rest, word)) return taken + *bytes;
        const auto is_next = [&](std::string_view prefix) { return rest.starts_with(prefix); };
        constexpr std::array<std::string_view, 4> all = {"و", "ف", "ب", "ك"};
        if (std::ranges::none_of(all, is_next)) return std::nullopt;
        taken += all.front().size();
    }
    return std::nullopt;
}

// Whether a text that begins with a letter, folded, may begin with a word: most begin with none,
// and each word of a treaty is looked at. In Arabic letters are written onto the word.
bool may_begin_with(char32_t letter, std::string_view word, Language language) {
    if (letter == 0 || letter == code_point_at(word, 0).value) return true;
    constexpr std::u32string_view written_on = U"وفبكل";
    return language == Language::ar && written_on.contains(letter);
}

}  // namespace

std::optional<StepWord> match_step(Language language, std::string_view text) {
    if (text.empty()) return std::nullopt;
    const char32_t letter = folded(code_point_at(text, 0).value);
    std::optional<StepWord> best;
    for (const StepForm& form : step_forms) {
        if (form.language != language || !may_begin_with(letter, form.word, language)) continue;
        const auto bytes =
            language == Language::ar ? match_arabic(text, form.word) : match_word(text, form.word);
        if (bytes && (!best || *bytes > best->bytes)) best = StepWord{form.step, *bytes};
    }
    return best;
}

bool is_without_number(Step step) {
    return step == Step::preamble || step == Step::final_act || step == Step::treaty_title ||
           step == Step::annex || step == Step::appendix || step == Step::schedule ||
           step == Step::chapeau || step == Step::closing;
}

std::string_view name_of(Language language, Step step, Case of_name) {
    const auto at = static_cast<std::size_t>(step);
    switch (language) {
        case Language::ar: return arabic_names.at(at);
        case Language::zh: return chinese_names.at(at);
        case Language::en: return english_names.at(at);
        case Language::fr: return french_names.at(at);
        case Language::es: return spanish_names.at(at);
        case Language::ru: break;
    }
    return of_name == Case::genitive ? russian_genitives.at(at) : russian_names.at(at);
}

std::span<const std::string_view> joining_words(Language language) {
    switch (language) {
        case Language::ar: return arabic_joins;
        case Language::zh: return chinese_joins;
        case Language::en: return english_joins;
        case Language::fr: return french_joins;
        case Language::es: return spanish_joins;
        case Language::ru: break;
    }
    return russian_joins;
}

std::span<const std::string_view> listing_words(Language language) {
    switch (language) {
        case Language::ar: return arabic_lists;
        case Language::zh: return chinese_lists;
        case Language::en: return english_lists;
        case Language::fr: return french_lists;
        case Language::es: return spanish_lists;
        case Language::ru: break;
    }
    return russian_lists;
}

std::span<const std::string_view> this_words(Language language) {
    switch (language) {
        case Language::ar: return arabic_this;
        case Language::zh: return chinese_this;
        case Language::en: return english_this;
        case Language::fr: return french_this;
        case Language::es: return spanish_this;
        case Language::ru: break;
    }
    return russian_this;
}

std::span<const std::string_view> instrument_words(Language language) {
    switch (language) {
        case Language::ar: return arabic_instruments;
        case Language::zh: return {};
        case Language::en: return english_instruments;
        case Language::fr: return french_instruments;
        case Language::es: return spanish_instruments;
        case Language::ru: break;
    }
    return russian_instruments;
}

std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint here = code_point_at(text, at);
        at += here.bytes;
        if (word_class(here.value) == WordClass::blank) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (const char32_t plain = folded(here.value); plain != 0) {
            result += utf8_of(plain);
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

}  // namespace travaux::text
