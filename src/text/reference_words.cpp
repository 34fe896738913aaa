// SPDX-License-Identifier: MIT
#include "text/reference_words.h"

#include <array>

#include "text/code_point.h"
#include "text/word.h"

namespace travaux::text {
namespace {

struct Form {
    Language language;
    Step step;
    std::string_view word;
};

// Folded: lower case, without accents, hamza as alif. The longest that fits counts.
constexpr auto forms = std::to_array<Form>({
    {Language::en, Step::annex, "annex"},
    {Language::en, Step::annex, "annexes"},
    {Language::en, Step::appendix, "appendix"},
    {Language::en, Step::schedule, "schedule"},
    {Language::en, Step::resolution, "resolution"},
    {Language::en, Step::final_act, "final act"},
    {Language::en, Step::part, "part"},
    {Language::en, Step::part, "parts"},
    {Language::en, Step::chapter, "chapter"},
    {Language::en, Step::chapter, "chapters"},
    {Language::en, Step::chapter, "ch."},
    {Language::en, Step::title, "title"},
    {Language::en, Step::section, "section"},
    {Language::en, Step::section, "sections"},
    {Language::en, Step::section, "sec."},
    {Language::en, Step::subsection, "subsection"},
    {Language::en, Step::subsection, "sub-section"},
    {Language::en, Step::article, "article"},
    {Language::en, Step::article, "articles"},
    {Language::en, Step::article, "art"},
    {Language::en, Step::article, "art."},
    {Language::en, Step::article, "arts."},
    {Language::en, Step::preamble, "preamble"},
    {Language::en, Step::paragraph, "paragraph"},
    {Language::en, Step::paragraph, "paragraphs"},
    {Language::en, Step::paragraph, "para"},
    {Language::en, Step::paragraph, "para."},
    {Language::en, Step::paragraph, "paras."},
    {Language::en, Step::paragraph, "preambular paragraph"},
    {Language::en, Step::unnumbered_paragraph, "unnumbered paragraph"},
    {Language::en, Step::subparagraph, "subparagraph"},
    {Language::en, Step::subparagraph, "subparagraphs"},
    {Language::en, Step::subparagraph, "sub-paragraph"},
    {Language::en, Step::subparagraph, "sub-paragraphs"},
    {Language::en, Step::item, "item"},
    {Language::en, Step::chapeau, "chapeau"},
    {Language::en, Step::closing, "closing words"},
    {Language::en, Step::heading, "heading"},
    {Language::en, Step::treaty_title, "treaty title"},
    {Language::en, Step::table, "table"},
    {Language::en, Step::row, "row"},
    {Language::en, Step::cell, "cell"},
    {Language::en, Step::footnote, "footnote"},
    {Language::fr, Step::annex, "annexe"},
    {Language::fr, Step::annex, "annexes"},
    {Language::fr, Step::appendix, "appendice"},
    {Language::fr, Step::schedule, "tableau annexe"},
    {Language::fr, Step::resolution, "resolution"},
    {Language::fr, Step::final_act, "acte final"},
    {Language::fr, Step::part, "partie"},
    {Language::fr, Step::part, "parties"},
    {Language::fr, Step::chapter, "chapitre"},
    {Language::fr, Step::chapter, "chapitres"},
    {Language::fr, Step::chapter, "chap."},
    {Language::fr, Step::title, "titre"},
    {Language::fr, Step::section, "section"},
    {Language::fr, Step::section, "sections"},
    {Language::fr, Step::subsection, "sous-section"},
    {Language::fr, Step::article, "article"},
    {Language::fr, Step::article, "articles"},
    {Language::fr, Step::article, "art"},
    {Language::fr, Step::article, "art."},
    {Language::fr, Step::preamble, "preambule"},
    {Language::fr, Step::paragraph, "paragraphe"},
    {Language::fr, Step::paragraph, "paragraphes"},
    {Language::fr, Step::paragraph, "par."},
    {Language::fr, Step::paragraph, "para."},
    {Language::fr, Step::paragraph, "§"},
    {Language::fr, Step::unnumbered_paragraph, "paragraphe non numerote"},
    {Language::fr, Step::subparagraph, "alinea"},
    {Language::fr, Step::subparagraph, "alineas"},
    {Language::fr, Step::subparagraph, "al."},
    {Language::fr, Step::subparagraph, "sous-alinea"},
    {Language::fr, Step::item, "tiret"},
    {Language::fr, Step::chapeau, "chapeau"},
    {Language::fr, Step::closing, "membre de phrase final"},
    {Language::fr, Step::heading, "intertitre"},
    {Language::fr, Step::treaty_title, "titre du traite"},
    {Language::fr, Step::table, "tableau"},
    {Language::fr, Step::row, "ligne"},
    {Language::fr, Step::cell, "case"},
    {Language::fr, Step::footnote, "note"},
    {Language::es, Step::annex, "anexo"},
    {Language::es, Step::annex, "anexos"},
    {Language::es, Step::appendix, "apendice"},
    {Language::es, Step::schedule, "lista"},
    {Language::es, Step::resolution, "resolucion"},
    {Language::es, Step::final_act, "acta final"},
    {Language::es, Step::part, "parte"},
    {Language::es, Step::part, "partes"},
    {Language::es, Step::chapter, "capitulo"},
    {Language::es, Step::chapter, "capitulos"},
    {Language::es, Step::chapter, "cap."},
    {Language::es, Step::title, "titulo"},
    {Language::es, Step::section, "seccion"},
    {Language::es, Step::section, "secciones"},
    {Language::es, Step::subsection, "subseccion"},
    {Language::es, Step::article, "articulo"},
    {Language::es, Step::article, "articulos"},
    {Language::es, Step::article, "art"},
    {Language::es, Step::article, "art."},
    {Language::es, Step::article, "arts."},
    {Language::es, Step::preamble, "preambulo"},
    {Language::es, Step::paragraph, "parrafo"},
    {Language::es, Step::paragraph, "parrafos"},
    {Language::es, Step::paragraph, "parr."},
    {Language::es, Step::unnumbered_paragraph, "parrafo sin numerar"},
    {Language::es, Step::subparagraph, "apartado"},
    {Language::es, Step::subparagraph, "apartados"},
    {Language::es, Step::subparagraph, "inciso"},
    {Language::es, Step::subparagraph, "incisos"},
    {Language::es, Step::item, "guion"},
    {Language::es, Step::chapeau, "encabezamiento"},
    {Language::es, Step::closing, "parte final"},
    {Language::es, Step::heading, "epigrafe"},
    {Language::es, Step::treaty_title, "titulo del tratado"},
    {Language::es, Step::table, "cuadro"},
    {Language::es, Step::row, "fila"},
    {Language::es, Step::cell, "casilla"},
    {Language::es, Step::footnote, "nota"},
    {Language::ru, Step::annex, "приложение"},
    {Language::ru, Step::annex, "приложения"},
    {Language::ru, Step::annex, "приложению"},
    {Language::ru, Step::annex, "приложением"},
    {Language::ru, Step::annex, "приложении"},
    {Language::ru, Step::annex, "приложений"},
    {Language::ru, Step::annex, "приложениях"},
    {Language::ru, Step::appendix, "добавление"},
    {Language::ru, Step::appendix, "добавления"},
    {Language::ru, Step::schedule, "перечень"},
    {Language::ru, Step::schedule, "перечня"},
    {Language::ru, Step::resolution, "резолюция"},
    {Language::ru, Step::resolution, "резолюции"},
    {Language::ru, Step::resolution, "резолюцией"},
    {Language::ru, Step::final_act, "заключительный акт"},
    {Language::ru, Step::final_act, "заключительного акта"},
    {Language::ru, Step::part, "часть"},
    {Language::ru, Step::part, "части"},
    {Language::ru, Step::part, "частью"},
    {Language::ru, Step::part, "частей"},
    {Language::ru, Step::chapter, "глава"},
    {Language::ru, Step::chapter, "главы"},
    {Language::ru, Step::chapter, "главе"},
    {Language::ru, Step::chapter, "главу"},
    {Language::ru, Step::chapter, "главой"},
    {Language::ru, Step::chapter, "главах"},
    {Language::ru, Step::title, "титул"},
    {Language::ru, Step::title, "титула"},
    {Language::ru, Step::section, "раздел"},
    {Language::ru, Step::section, "раздела"},
    {Language::ru, Step::section, "разделе"},
    {Language::ru, Step::section, "разделом"},
    {Language::ru, Step::section, "разделы"},
    {Language::ru, Step::section, "разделов"},
    {Language::ru, Step::subsection, "подраздел"},
    {Language::ru, Step::subsection, "подраздела"},
    {Language::ru, Step::article, "статья"},
    {Language::ru, Step::article, "статьи"},
    {Language::ru, Step::article, "статье"},
    {Language::ru, Step::article, "статью"},
    {Language::ru, Step::article, "статьей"},
    {Language::ru, Step::article, "статей"},
    {Language::ru, Step::article, "статьям"},
    {Language::ru, Step::article, "статьями"},
    {Language::ru, Step::article, "статьях"},
    {Language::ru, Step::article, "ст."},
    {Language::ru, Step::preamble, "преамбула"},
    {Language::ru, Step::preamble, "преамбулы"},
    {Language::ru, Step::preamble, "преамбуле"},
    {Language::ru, Step::paragraph, "пункт"},
    {Language::ru, Step::paragraph, "пункта"},
    {Language::ru, Step::paragraph, "пункту"},
    {Language::ru, Step::paragraph, "пунктом"},
    {Language::ru, Step::paragraph, "пункте"},
    {Language::ru, Step::paragraph, "пункты"},
    {Language::ru, Step::paragraph, "пунктов"},
    {Language::ru, Step::paragraph, "пунктам"},
    {Language::ru, Step::paragraph, "пунктами"},
    {Language::ru, Step::paragraph, "пунктах"},
    {Language::ru, Step::paragraph, "п."},
    {Language::ru, Step::paragraph, "пп."},
    {Language::ru, Step::unnumbered_paragraph, "ненумерованный пункт"},
    {Language::ru, Step::unnumbered_paragraph, "ненумерованного пункта"},
    {Language::ru, Step::subparagraph, "подпункт"},
    {Language::ru, Step::subparagraph, "подпункта"},
    {Language::ru, Step::subparagraph, "подпункту"},
    {Language::ru, Step::subparagraph, "подпунктом"},
    {Language::ru, Step::subparagraph, "подпункте"},
    {Language::ru, Step::subparagraph, "подпункты"},
    {Language::ru, Step::subparagraph, "подпунктов"},
    {Language::ru, Step::subparagraph, "подпунктами"},
    {Language::ru, Step::subparagraph, "подпунктах"},
    {Language::ru, Step::item, "абзац"},
    {Language::ru, Step::item, "абзаца"},
    {Language::ru, Step::chapeau, "вводная часть"},
    {Language::ru, Step::chapeau, "вводной части"},
    {Language::ru, Step::closing, "заключительная часть"},
    {Language::ru, Step::closing, "заключительной части"},
    {Language::ru, Step::heading, "подзаголовок"},
    {Language::ru, Step::heading, "подзаголовка"},
    {Language::ru, Step::treaty_title, "название договора"},
    {Language::ru, Step::table, "таблица"},
    {Language::ru, Step::table, "таблицы"},
    {Language::ru, Step::row, "строка"},
    {Language::ru, Step::row, "строки"},
    {Language::ru, Step::cell, "ячейка"},
    {Language::ru, Step::cell, "ячейки"},
    {Language::ru, Step::footnote, "сноска"},
    {Language::ru, Step::footnote, "сноски"},
    {Language::zh, Step::annex, "附件"},
    {Language::zh, Step::appendix, "附录"},
    {Language::zh, Step::schedule, "附表"},
    {Language::zh, Step::resolution, "决议"},
    {Language::zh, Step::final_act, "最后文件"},
    {Language::zh, Step::part, "部分"},
    {Language::zh, Step::part, "编"},
    {Language::zh, Step::chapter, "章"},
    {Language::zh, Step::title, "篇"},
    {Language::zh, Step::section, "节"},
    {Language::zh, Step::subsection, "分节"},
    {Language::zh, Step::article, "条"},
    {Language::zh, Step::preamble, "序言"},
    {Language::zh, Step::paragraph, "款"},
    {Language::zh, Step::paragraph, "段"},
    {Language::zh, Step::unnumbered_paragraph, "未编号段"},
    {Language::zh, Step::subparagraph, "项"},
    {Language::zh, Step::subparagraph, "目"},
    {Language::zh, Step::item, "小项"},
    {Language::zh, Step::chapeau, "起首部分"},
    {Language::zh, Step::closing, "结尾部分"},
    {Language::zh, Step::heading, "小标题"},
    {Language::zh, Step::treaty_title, "条约标题"},
    {Language::zh, Step::table, "表"},
    {Language::zh, Step::row, "行"},
    {Language::zh, Step::cell, "格"},
    {Language::zh, Step::footnote, "脚注"},
    {Language::ar, Step::annex, "المرفق"},
    {Language::ar, Step::annex, "مرفق"},
    {Language::ar, Step::annex, "المرفقات"},
    {Language::ar, Step::annex, "المرفقين"},
    {Language::ar, Step::annex, "الملحق"},
    {Language::ar, Step::appendix, "التذييل"},
    {Language::ar, Step::schedule, "القائمة"},
    {Language::ar, Step::resolution, "القرار"},
    {Language::ar, Step::final_act, "الوثيقة الختامية"},
    {Language::ar, Step::part, "الجزء"},
    {Language::ar, Step::part, "الجزاين"},
    {Language::ar, Step::part, "الاجزاء"},
    {Language::ar, Step::title, "الباب"},
    {Language::ar, Step::chapter, "الفصل"},
    {Language::ar, Step::chapter, "الفصول"},
    {Language::ar, Step::section, "الفرع"},
    {Language::ar, Step::section, "القسم"},
    {Language::ar, Step::subsection, "الفرع الثانوي"},
    {Language::ar, Step::article, "المادة"},
    {Language::ar, Step::article, "مادة"},
    {Language::ar, Step::article, "المادتان"},
    {Language::ar, Step::article, "المادتين"},
    {Language::ar, Step::article, "المواد"},
    {Language::ar, Step::preamble, "الديباجة"},
    {Language::ar, Step::preamble, "ديباجة"},
    {Language::ar, Step::paragraph, "الفقرة"},
    {Language::ar, Step::paragraph, "فقرة"},
    {Language::ar, Step::paragraph, "الفقرتان"},
    {Language::ar, Step::paragraph, "الفقرتين"},
    {Language::ar, Step::paragraph, "الفقرات"},
    {Language::ar, Step::unnumbered_paragraph, "الفقرة غير المرقمة"},
    {Language::ar, Step::subparagraph, "الفقرة الفرعية"},
    {Language::ar, Step::subparagraph, "الفقرتين الفرعيتين"},
    {Language::ar, Step::subparagraph, "الفقرات الفرعية"},
    {Language::ar, Step::item, "البند"},
    {Language::ar, Step::chapeau, "العبارة الاستهلالية"},
    {Language::ar, Step::closing, "العبارة الختامية"},
    {Language::ar, Step::heading, "العنوان الفرعي"},
    {Language::ar, Step::treaty_title, "عنوان المعاهدة"},
    {Language::ar, Step::table, "الجدول"},
    {Language::ar, Step::row, "الصف"},
    {Language::ar, Step::cell, "الخانة"},
    {Language::ar, Step::footnote, "الحاشية"},
});

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

// In Arabic "and", "by", "so" and "as" are written onto the word, and "to" takes the place of the
// article's alif: للمادة.
std::optional<std::size_t> match_arabic(std::string_view text, std::string_view word) {
    if (const auto bytes = match_word(text, word)) return bytes;
    for (const std::string_view prefix : {"و", "ف", "ب", "ك"}) {
        if (!text.starts_with(prefix)) continue;
        const auto bytes = match_arabic(text.substr(prefix.size()), word);
        if (bytes) return prefix.size() + *bytes;
    }
    constexpr std::string_view to_the = "لل";
    constexpr std::string_view the = "ال";
    if (!text.starts_with(to_the) || !word.starts_with(the)) return std::nullopt;
    const auto bytes = match_word(text.substr(to_the.size()), word.substr(the.size()));
    if (!bytes) return std::nullopt;
    return to_the.size() + *bytes;
}

}  // namespace

std::optional<StepWord> match_step(Language language, std::string_view text) {
    std::optional<StepWord> best;
    for (const Form& form : forms) {
        if (form.language != language) continue;
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
