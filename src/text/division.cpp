// SPDX-License-Identifier: MIT
#include "text/division.h"

#include <array>
#include <span>

#include "text/code_point.h"
#include "text/word.h"

namespace travaux::text {
namespace {

struct RankWord {
    Language language;
    Rank rank;
    std::string_view word;
};

// Folded: lower case, without accents, hamza as alif. Longer words before those they begin with.
constexpr auto rank_words = std::to_array<RankWord>({
    {Language::en, Rank::article, "article"},
    {Language::en, Rank::article, "art."},
    {Language::en, Rank::part, "part"},
    {Language::en, Rank::chapter, "chapter"},
    {Language::en, Rank::section, "section"},
    {Language::en, Rank::subsection, "subsection"},
    {Language::en, Rank::subsection, "sub-section"},
    {Language::en, Rank::title, "title"},
    {Language::en, Rank::annex, "annex"},
    {Language::en, Rank::annex, "appendix"},
    {Language::en, Rank::annex, "schedule"},
    {Language::en, Rank::annex, "resolution"},
    {Language::fr, Rank::article, "article"},
    {Language::fr, Rank::article, "art."},
    {Language::fr, Rank::part, "partie"},
    {Language::fr, Rank::chapter, "chapitre"},
    {Language::fr, Rank::section, "section"},
    {Language::fr, Rank::subsection, "sous-section"},
    {Language::fr, Rank::title, "titre"},
    {Language::fr, Rank::annex, "annexe"},
    {Language::fr, Rank::annex, "appendice"},
    {Language::fr, Rank::annex, "resolution"},
    {Language::es, Rank::article, "articulo"},
    {Language::es, Rank::article, "art."},
    {Language::es, Rank::part, "parte"},
    {Language::es, Rank::chapter, "capitulo"},
    {Language::es, Rank::section, "seccion"},
    {Language::es, Rank::subsection, "subseccion"},
    {Language::es, Rank::title, "titulo"},
    {Language::es, Rank::annex, "anexo"},
    {Language::es, Rank::annex, "apendice"},
    {Language::es, Rank::annex, "resolucion"},
    {Language::ru, Rank::article, "статья"},
    {Language::ru, Rank::article, "статьи"},
    {Language::ru, Rank::article, "статье"},
    {Language::ru, Rank::article, "статью"},
    {Language::ru, Rank::article, "ст."},
    {Language::ru, Rank::part, "часть"},
    {Language::ru, Rank::part, "части"},
    {Language::ru, Rank::chapter, "глава"},
    {Language::ru, Rank::chapter, "главы"},
    {Language::ru, Rank::chapter, "главе"},
    {Language::ru, Rank::section, "раздел"},
    {Language::ru, Rank::section, "раздела"},
    {Language::ru, Rank::section, "разделе"},
    {Language::ru, Rank::subsection, "подраздел"},
    {Language::ru, Rank::subsection, "подраздела"},
    {Language::ru, Rank::title, "титул"},
    {Language::ru, Rank::annex, "приложение"},
    {Language::ru, Rank::annex, "приложения"},
    {Language::ru, Rank::annex, "приложении"},
    {Language::ru, Rank::annex, "приложению"},
    {Language::ru, Rank::annex, "добавление"},
    {Language::ru, Rank::annex, "резолюция"},
    {Language::zh, Rank::article, "条"},
    {Language::zh, Rank::part, "部分"},
    {Language::zh, Rank::part, "编"},
    {Language::zh, Rank::chapter, "章"},
    {Language::zh, Rank::subsection, "分节"},
    {Language::zh, Rank::section, "节"},
    {Language::zh, Rank::annex, "附件"},
    {Language::zh, Rank::annex, "附录"},
    {Language::zh, Rank::annex, "决议"},
    {Language::ar, Rank::article, "المادة"},
    {Language::ar, Rank::article, "مادة"},
    {Language::ar, Rank::part, "الجزء"},
    {Language::ar, Rank::title, "الباب"},
    {Language::ar, Rank::chapter, "الفصل"},
    {Language::ar, Rank::section, "الفرع"},
    {Language::ar, Rank::section, "القسم"},
    {Language::ar, Rank::annex, "المرفق"},
    {Language::ar, Rank::annex, "مرفق"},
    {Language::ar, Rank::annex, "الملحق"},
    {Language::ar, Rank::annex, "التذييل"},
    {Language::ar, Rank::annex, "القرار"},
});

// Words that name an annex only where a number follows: "Resolution relating to ..." is a text.
constexpr auto numbered_only = std::to_array<std::string_view>(
    {"resolution", "resolucion", "резолюция", "决议", "القرار", "schedule"});

struct OrdinalWord {
    Language language;
    std::uint32_t value;
    std::string_view word;
};

constexpr auto ordinal_words = std::to_array<OrdinalWord>({
    {Language::en, 1, "one"},       {Language::en, 2, "two"},       {Language::en, 3, "three"},
    {Language::en, 4, "four"},      {Language::en, 5, "five"},      {Language::en, 6, "six"},
    {Language::en, 7, "seven"},     {Language::en, 8, "eight"},     {Language::en, 9, "nine"},
    {Language::en, 10, "ten"},      {Language::en, 1, "first"},     {Language::en, 2, "second"},
    {Language::en, 3, "third"},     {Language::en, 4, "fourth"},    {Language::en, 5, "fifth"},
    {Language::en, 6, "sixth"},     {Language::en, 7, "seventh"},   {Language::en, 8, "eighth"},
    {Language::en, 9, "ninth"},     {Language::en, 10, "tenth"},    {Language::fr, 1, "premier"},
    {Language::fr, 1, "premiere"},  {Language::fr, 2, "deuxieme"},  {Language::fr, 2, "second"},
    {Language::fr, 2, "seconde"},   {Language::fr, 3, "troisieme"}, {Language::fr, 4, "quatrieme"},
    {Language::fr, 5, "cinquieme"}, {Language::fr, 6, "sixieme"},   {Language::fr, 7, "septieme"},
    {Language::fr, 8, "huitieme"},  {Language::fr, 9, "neuvieme"},  {Language::fr, 10, "dixieme"},
    {Language::es, 1, "primero"},   {Language::es, 1, "primera"},   {Language::es, 1, "primer"},
    {Language::es, 2, "segundo"},   {Language::es, 2, "segunda"},   {Language::es, 3, "tercero"},
    {Language::es, 3, "tercera"},   {Language::es, 4, "cuarto"},    {Language::es, 4, "cuarta"},
    {Language::es, 5, "quinto"},    {Language::es, 5, "quinta"},    {Language::es, 6, "sexto"},
    {Language::es, 6, "sexta"},     {Language::es, 7, "septimo"},   {Language::es, 7, "septima"},
    {Language::es, 8, "octavo"},    {Language::es, 8, "octava"},    {Language::es, 9, "noveno"},
    {Language::es, 9, "novena"},    {Language::es, 10, "decimo"},   {Language::es, 10, "decima"},
    {Language::ru, 1, "первая"},    {Language::ru, 1, "первый"},    {Language::ru, 1, "первое"},
    {Language::ru, 2, "вторая"},    {Language::ru, 2, "второй"},    {Language::ru, 2, "второе"},
    {Language::ru, 3, "третья"},    {Language::ru, 3, "третий"},    {Language::ru, 4, "четвертая"},
    {Language::ru, 4, "четвертый"}, {Language::ru, 5, "пятая"},     {Language::ru, 5, "пятый"},
    {Language::ru, 6, "шестая"},    {Language::ru, 6, "шестой"},    {Language::ru, 7, "седьмая"},
    {Language::ru, 7, "седьмой"},   {Language::ru, 8, "восьмая"},   {Language::ru, 8, "восьмой"},
    {Language::ru, 9, "девятая"},   {Language::ru, 9, "девятый"},   {Language::ru, 10, "десятая"},
    {Language::ru, 10, "десятый"},  {Language::ar, 1, "الاول"},     {Language::ar, 1, "الاولى"},
    {Language::ar, 2, "الثاني"},    {Language::ar, 2, "الثانية"},   {Language::ar, 3, "الثالث"},
    {Language::ar, 3, "الثالثة"},   {Language::ar, 4, "الرابع"},    {Language::ar, 4, "الرابعة"},
    {Language::ar, 5, "الخامس"},    {Language::ar, 5, "الخامسة"},   {Language::ar, 6, "السادس"},
    {Language::ar, 6, "السادسة"},   {Language::ar, 7, "السابع"},    {Language::ar, 7, "السابعة"},
    {Language::ar, 8, "الثامن"},    {Language::ar, 8, "الثامنة"},   {Language::ar, 9, "التاسع"},
    {Language::ar, 9, "التاسعة"},   {Language::ar, 10, "العاشر"},   {Language::ar, 10, "العاشرة"},
    {Language::ar, 1, "الحادي"},    {Language::ar, 1, "الحادية"},   {Language::ar, 20, "العشرون"},
    {Language::ar, 20, "العشرين"},  {Language::ar, 30, "الثلاثون"}, {Language::ar, 40, "الاربعون"},
});

struct OpeningWord {
    Language language;
    Opening opening;
    std::string_view word;
};

constexpr auto opening_words = std::to_array<OpeningWord>({
    {Language::en, Opening::preamble, "preamble"},
    {Language::fr, Opening::preamble, "preambule"},
    {Language::es, Opening::preamble, "preambulo"},
    {Language::ru, Opening::preamble, "преамбула"},
    {Language::zh, Opening::preamble, "序言"},
    {Language::zh, Opening::preamble, "前言"},
    {Language::zh, Opening::preamble, "弁言"},
    {Language::ar, Opening::preamble, "الديباجة"},
    {Language::ar, Opening::preamble, "ديباجة"},
    {Language::en, Opening::final_act, "final act"},
    {Language::fr, Opening::final_act, "acte final"},
    {Language::es, Opening::final_act, "acta final"},
    {Language::ru, Opening::final_act, "заключительный акт"},
    {Language::zh, Opening::final_act, "最后文件"},
    {Language::zh, Opening::final_act, "最后议定书"},
    {Language::ar, Opening::final_act, "الوثيقة الختامية"},
    {Language::en, Opening::closing, "in witness whereof"},
    {Language::en, Opening::closing, "in faith whereof"},
    {Language::en, Opening::closing, "done at"},
    {Language::en, Opening::closing, "done in"},
    {Language::fr, Opening::closing, "en foi de quoi"},
    {Language::fr, Opening::closing, "fait a"},
    {Language::es, Opening::closing, "en fe de lo cual"},
    {Language::es, Opening::closing, "en testimonio de lo cual"},
    {Language::es, Opening::closing, "hecho en"},
    {Language::es, Opening::closing, "hecha en"},
    {Language::ru, Opening::closing, "в удостоверение чего"},
    {Language::ru, Opening::closing, "в удостоверение вышеизложенного"},
    {Language::ru, Opening::closing, "совершено в"},
    {Language::ru, Opening::closing, "составлено в"},
    {Language::zh, Opening::closing, "为此"},
    {Language::ar, Opening::closing, "واثباتا لذلك"},
    {Language::ar, Opening::closing, "واثباتا لما تقدم"},
    {Language::ar, Opening::closing, "واشهادا على ما تقدم"},
    {Language::ar, Opening::closing, "واشهادا على ذلك"},
    {Language::ar, Opening::closing, "حررت في"},
    {Language::ar, Opening::closing, "حرر في"},
});

// The signs that set a division's number off from what stands behind it.
constexpr std::array<std::string_view, 8> separators = {":", "：", ".", "。", "-", "–", "—", "．"};

struct Head {
    std::size_t bytes = 0;
    std::optional<Numeral> numeral = {};
    std::string_view written = {};
    bool is_spelled_out = false;
};

std::size_t blanks_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    return rest.size() - skip_blanks(rest).size();
}

// An ordinal with which a line begins.
struct OrdinalHead {
    const OrdinalWord* ordinal = nullptr;
    std::size_t bytes = 0;
};

std::vector<OrdinalHead> ordinals_at(Language language, std::string_view line) {
    std::vector<OrdinalHead> ordinals;
    for (const OrdinalWord& ordinal : ordinal_words) {
        if (ordinal.language != language) continue;
        if (const auto bytes = match_word(line, ordinal.word)) {
            ordinals.push_back({&ordinal, *bytes});
        }
    }
    return ordinals;
}

// "Article 6", "Article premier", "المادة الأولى"; and "PREMIÈRE PARTIE".
std::optional<Head> head_of(Language language, const RankWord& entry, std::string_view line,
                            const std::vector<OrdinalHead>& ordinals) {
    if (const auto word = match_word(line, entry.word)) {
        const std::size_t blanks = blanks_at(line, *word);
        const auto number = parse_division_numeral(language, line.substr(*word + blanks));
        if (!number) return Head{.bytes = *word};
        return Head{.bytes = *word + blanks + number->bytes,
                    .numeral = number->readings.front(),
                    .written = line.substr(*word + blanks, number->bytes),
                    .is_spelled_out = number->is_spelled_out};
    }
    for (const auto& [ordinal, bytes] : ordinals) {
        const std::size_t blanks = blanks_at(line, bytes);
        const auto word = match_word(line.substr(bytes + blanks), entry.word);
        if (!word) continue;
        return Head{.bytes = bytes + blanks + *word,
                    .numeral = Numeral{.form = NumeralForm::decimal, .value = ordinal->value},
                    .written = line.substr(0, bytes),
                    .is_spelled_out = true};
    }
    return std::nullopt;
}

// 第六条, 第 6 条, 第六条之二; 附件一; A分节.
std::optional<Head> chinese_head_of(const RankWord& entry, std::string_view line,
                                    const std::vector<OrdinalHead>& ordinals) {
    if (entry.rank == Rank::annex) return head_of(Language::zh, entry, line, ordinals);
    constexpr std::string_view ordinal_sign = "第";
    std::size_t at = line.starts_with(ordinal_sign) ? ordinal_sign.size() : 0;
    if (at == 0 && entry.rank != Rank::subsection) return std::nullopt;
    at += blanks_at(line, at);
    const auto number = parse_numeral(line.substr(at));
    if (!number) return std::nullopt;
    const std::string_view written = line.substr(at, number->bytes);
    at += number->bytes;
    at += blanks_at(line, at);
    if (!line.substr(at).starts_with(entry.word)) return std::nullopt;
    Head head{
        .bytes = at + entry.word.size(), .numeral = number->readings.front(), .written = written};
    constexpr std::string_view again = "之";
    if (line.substr(head.bytes).starts_with(again)) {
        const auto repeat = parse_counting_numeral(line.substr(head.bytes + again.size()));
        if (repeat) {
            head.numeral->repeat = repeat->readings.front().value;
            head.bytes += again.size() + repeat->bytes;
        }
    }
    return head;
}

Division divided(Rank rank, const Head& head, std::string_view line) {
    std::size_t number_end = head.bytes;
    std::size_t at = head.bytes;
    bool is_set_off = false;
    for (bool found = true; found;) {
        found = false;
        const std::size_t blanks = blanks_at(line, at);
        for (const std::string_view separator : separators) {
            const std::string_view here = line.substr(at + blanks);
            if (!here.starts_with(separator)) continue;
            // "Article 6.2" and "Article 6-bis" go on.
            const std::string_view behind = here.substr(separator.size());
            const bool goes_on = (separator == "." || separator == "-") && !behind.empty() &&
                                 is_word_part(code_point_at(behind, 0).value);
            if (goes_on) continue;
            at += blanks + separator.size();
            number_end = at;
            is_set_off = found = true;
            break;
        }
    }
    const std::string_view rest = skip_blanks(line.substr(at));
    return {.rank = rank,
            .numeral = head.numeral,
            .written = head.written,
            .number = line.substr(0, number_end),
            .rest = rest,
            .is_spelled_out = head.is_spelled_out,
            .is_set_off = is_set_off || rest.empty()};
}

bool needs_number(const RankWord& entry) {
    if (entry.rank != Rank::annex) return true;
    for (const std::string_view word : numbered_only) {
        if (word == entry.word) return true;
    }
    return false;
}

// Digits and signs begin none but in Chinese: most lines are told by their first byte.
bool may_begin_division(Language language, std::string_view line) {
    if (line.empty() || language == Language::zh) return true;
    const auto first = static_cast<unsigned char>(line.front() | 0x20);
    return first >= 0x80 || (first >= 'a' && first <= 'z');
}

}  // namespace

ProvisionKind kind_of(Rank rank) {
    switch (rank) {
        case Rank::annex: return ProvisionKind::annex;
        case Rank::part: return ProvisionKind::part;
        case Rank::chapter: return ProvisionKind::chapter;
        case Rank::section:
        case Rank::subsection:
        case Rank::title: return ProvisionKind::section;
        case Rank::article: break;
    }
    return ProvisionKind::article;
}

std::optional<Division> parse_division(Language language, std::string_view line) {
    if (!may_begin_division(language, line)) return std::nullopt;
    const auto ordinals = ordinals_at(language, line);
    for (const RankWord& entry : rank_words) {
        if (entry.language != language) continue;
        const auto head = language == Language::zh ? chinese_head_of(entry, line, ordinals)
                                                   : head_of(language, entry, line, ordinals);
        if (!head || (!head->numeral && needs_number(entry))) continue;
        return divided(entry.rank, *head, line);
    }
    return std::nullopt;
}

std::optional<WrittenNumeral> parse_division_numeral(Language language, std::string_view text) {
    for (const OrdinalWord& ordinal : ordinal_words) {
        if (ordinal.language != language) continue;
        const auto bytes = match_word(text, ordinal.word);
        if (!bytes) continue;
        WrittenNumeral number{.readings = {{.form = NumeralForm::decimal, .value = ordinal.value}},
                              .bytes = *bytes,
                              .is_upper = false,
                              .is_spelled_out = true};
        if (language != Language::ar) return number;
        // الثاني عشر is 12, الحادي والعشرون is 21.
        const std::size_t blanks = blanks_at(text, *bytes);
        const std::string_view rest = text.substr(*bytes + blanks);
        for (const std::string_view ten : {"عشر", "عشرة"}) {
            if (const auto word = match_word(rest, ten)) {
                number.readings.front().value += 10;
                number.bytes += blanks + *word;
                return number;
            }
        }
        constexpr std::string_view with = "و";
        if (!rest.starts_with(with)) return number;
        for (const OrdinalWord& tens : ordinal_words) {
            if (tens.language != language || tens.value < 20) continue;
            if (const auto word = match_word(rest.substr(with.size()), tens.word)) {
                number.readings.front().value += tens.value;
                number.bytes += blanks + with.size() + *word;
                return number;
            }
        }
        return number;
    }
    auto number = parse_numeral(text);
    if (!number || number->readings.front().form == NumeralForm::decimal) return number;
    // Capitals count in divisions: "Chapter C" is the third, "Part I" the first; "part a" is a
    // text.
    if (!number->is_upper && number->readings.front().form == NumeralForm::letter &&
        language != Language::ar) {
        return std::nullopt;
    }
    return number;
}

std::optional<std::size_t> match_opening(Language language, Opening opening,
                                         std::string_view line) {
    for (const OpeningWord& entry : opening_words) {
        if (entry.language != language || entry.opening != opening) continue;
        const auto bytes = match_word(line, entry.word);
        if (!bytes) continue;
        // 为此 is "to this end" too; only where somebody signs does it close a treaty.
        const bool is_other =
            language == Language::zh && opening == Opening::closing && !line.contains("签");
        if (!is_other) return bytes;
    }
    return std::nullopt;
}

}  // namespace travaux::text
