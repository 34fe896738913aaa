// SPDX-License-Identifier: MIT
#include "planning/date_vocabulary.h"

#include <algorithm>
#include <array>

namespace travaux::planning {
namespace {

using enum DateToken::Kind;
using text::Language;

/// Words with one meaning, spelled in every form in which they are met, in small letters.
struct Entry {
    DateToken token;
    std::string_view spellings;  ///< between bars
};

constexpr auto english = std::to_array<Entry>({
    {{month, 1}, "january|jan"},
    {{month, 2}, "february|feb"},
    {{month, 3}, "march|mar"},
    {{month, 4}, "april|apr"},
    {{month, 5}, "may"},
    {{month, 6}, "june|jun"},
    {{month, 7}, "july|jul"},
    {{month, 8}, "august|aug"},
    {{month, 9}, "september|sept|sep"},
    {{month, 10}, "october|oct"},
    {{month, 11}, "november|nov"},
    {{month, 12}, "december|dec"},
    {{number, 1}, "one"},
    {{number, 2}, "two"},
    {{number, 3}, "three"},
    {{number, 4}, "four"},
    {{number, 5}, "five"},
    {{number, 6}, "six"},
    {{number, 7}, "seven"},
    {{number, 8}, "eight"},
    {{number, 9}, "nine"},
    {{number, 10}, "ten"},
    {{day_unit, 1}, "day|days|working day|working days|working-day|-day"},
    {{week_unit, 1}, "week|weeks|-week"},
    {{weeks, 2}, "fortnight"},
    {{early, 0}, "early|early in|the beginning of|beginning of|the start of|beginning"},
    {{mid, 0}, "mid|mid-|the middle of|middle of"},
    {{late, 0}, "late|late in|the end of|end of|end"},
    {{first_half, 0}, "the first half of|first half of"},
    {{second_half, 0}, "the second half of|second half of"},
    {{before, 0}, "before|by|not later than|no later than"},
    {{before_end, 0}, "before the end of|by the end of|before end of|before end-|before end"},
    {{range, 0}, "to|and|until|through"},
    {{week_between, 0},
     "the week in between|week in between|the week between|the intervening week"},
    {{nothing, 0}, "in|of|the|from|between|during|within|a|at|on|session|for"},
});

constexpr auto french = std::to_array<Entry>({
    {{month, 1}, "janvier"},
    {{month, 2}, "février"},
    {{month, 3}, "mars"},
    {{month, 4}, "avril"},
    {{month, 5}, "mai"},
    {{month, 6}, "juin"},
    {{month, 7}, "juillet"},
    {{month, 8}, "août"},
    {{month, 9}, "septembre"},
    {{month, 10}, "octobre"},
    {{month, 11}, "novembre"},
    {{month, 12}, "décembre"},
    {{number, 1}, "un|une|1er"},
    {{number, 2}, "deux"},
    {{number, 3}, "trois"},
    {{number, 4}, "quatre"},
    {{number, 5}, "cinq"},
    {{number, 6}, "six"},
    {{number, 7}, "sept"},
    {{number, 8}, "huit"},
    {{number, 9}, "neuf"},
    {{number, 10}, "dix"},
    {{day_unit, 1}, "jour|jours|jours ouvrables|jour ouvrable|journées|journée"},
    {{week_unit, 1}, "semaine|semaines"},
    {{weeks, 2}, "une quinzaine|quinzaine"},
    {{early, 0}, "début|le début|au début de|au début du mois de|début du mois de|au début d’"},
    {{mid, 0}, "mi-|mi|la mi-|milieu|au milieu de|au milieu du mois de"},
    {{late, 0}, "fin|la fin|à la fin de|à la fin du mois de|fin du mois de|à la fin d’"},
    {{first_half, 0},
     "la première moitié de|première moitié de|la première quinzaine de|première "
     "quinzaine de|la première quinzaine d’"},
    {{second_half, 0},
     "la seconde moitié de|seconde moitié de|la deuxième quinzaine de|la seconde "
     "quinzaine de|seconde quinzaine de"},
    {{before, 0}, "avant|avant le|au plus tard le"},
    {{before_end, 0},
     "avant la fin de|avant la fin du mois de|avant fin|avant la fin d’|d’ici à la "
     "fin de|d’ici la fin de"},
    {{range, 0}, "au|et|à|et la"},
    {{week_between, 0},
     "la semaine intermédiaire|semaine intermédiaire|la semaine entre les deux|la "
     "semaine dans l’intervalle"},
    {{nothing, 0},
     "en|de|du|le|la|les|entre|des|dans|pendant|au mois de|au cours de|courant|mois "
     "de|mois d’|d’|au mois d’|durant|l’"},
});

constexpr auto spanish = std::to_array<Entry>({
    {{month, 1}, "enero"},
    {{month, 2}, "febrero"},
    {{month, 3}, "marzo"},
    {{month, 4}, "abril"},
    {{month, 5}, "mayo"},
    {{month, 6}, "junio"},
    {{month, 7}, "julio"},
    {{month, 8}, "agosto"},
    {{month, 9}, "septiembre|setiembre"},
    {{month, 10}, "octubre"},
    {{month, 11}, "noviembre"},
    {{month, 12}, "diciembre"},
    {{number, 1}, "un|una|uno|1º"},
    {{number, 2}, "dos"},
    {{number, 3}, "tres"},
    {{number, 4}, "cuatro"},
    {{number, 5}, "cinco"},
    {{number, 6}, "seis"},
    {{number, 7}, "siete"},
    {{number, 8}, "ocho"},
    {{number, 9}, "nueve"},
    {{number, 10}, "diez"},
    {{day_unit, 1}, "día|días|días laborables|día laborable|días hábiles|días de trabajo"},
    {{week_unit, 1}, "semana|semanas"},
    {{weeks, 2}, "una quincena|quincena"},
    {{early, 0},
     "principios de|a principios de|comienzos de|a comienzos de|inicios de|principio de"},
    {{mid, 0}, "mediados de|a mediados de"},
    {{late, 0}, "fines de|a fines de|finales de|a finales de|fin de|al final de|final de"},
    {{first_half, 0},
     "la primera mitad de|primera mitad de|la primera quincena de|primera "
     "quincena de"},
    {{second_half, 0},
     "la segunda mitad de|segunda mitad de|la segunda quincena de|segunda "
     "quincena de"},
    {{before, 0}, "antes de|antes del|a más tardar el"},
    {{before_end, 0},
     "antes de fines de|antes de finales de|antes del final de|antes de fin de|antes "
     "de que termine|antes de que finalice"},
    {{range, 0}, "al|y|a|hasta|hasta el|y el"},
    {{week_between, 0}, "la semana intermedia|semana intermedia|la semana entre ambas fechas"},
    {{nothing, 0}, "en|de|del|el|la|las|los|entre|durante|dentro de|desde|mes de|el mes de"},
});

constexpr auto russian = std::to_array<Entry>({
    {{month, 1}, "январь|января|январе|январю"},
    {{month, 2}, "февраль|февраля|феврале|февралю"},
    {{month, 3}, "март|марта|марте|марту"},
    {{month, 4}, "апрель|апреля|апреле|апрелю"},
    {{month, 5}, "май|мая|мае|маю"},
    {{month, 6}, "июнь|июня|июне|июню"},
    {{month, 7}, "июль|июля|июле|июлю"},
    {{month, 8}, "август|августа|августе|августу"},
    {{month, 9}, "сентябрь|сентября|сентябре|сентябрю"},
    {{month, 10}, "октябрь|октября|октябре|октябрю"},
    {{month, 11}, "ноябрь|ноября|ноябре|ноябрю"},
    {{month, 12}, "декабрь|декабря|декабре|декабрю"},
    {{number, 1}, "один|одна|одну|одной|одного"},
    {{number, 2}, "два|две|двух"},
    {{number, 3}, "три|трех|трёх"},
    {{number, 4}, "четыре|четырех|четырёх"},
    {{number, 5}, "пять|пяти"},
    {{number, 6}, "шесть|шести"},
    {{number, 7}, "семь|семи"},
    {{number, 8}, "восемь|восьми"},
    {{number, 9}, "девять|девяти"},
    {{number, 10}, "десять|десяти"},
    {{day_unit, 1}, "день|дня|дней|рабочий день|рабочих дня|рабочих дней"},
    {{week_unit, 1}, "неделя|недели|недель|неделю"},
    {{weeks, 2}, "двухнедельный период"},
    {{early, 0}, "начало|начале|начала|началом|в начале"},
    {{mid, 0}, "середина|середине|середины|серединой|в середине"},
    {{late, 0}, "конец|конце|конца|концом|в конце"},
    {{first_half, 0}, "первая половина|первой половине|первую половину|в первой половине"},
    {{second_half, 0}, "вторая половина|второй половине|вторую половину|во второй половине"},
    {{before, 0}, "до|ранее|не позднее"},
    {{before_end, 0}, "до конца|до окончания|не позднее конца"},
    {{range, 0}, "по|и"},
    {{week_between, 0}, "неделя между ними|промежуточная неделя|неделя в промежутке"},
    {{nothing, 0}, "в|во|с|со|на|между|года|году|год|г|г.|течение|в течение|месяца|месяце|период"},
});

constexpr auto chinese = std::to_array<Entry>({
    {{month, 1}, "一月"},
    {{month, 2}, "二月"},
    {{month, 3}, "三月"},
    {{month, 4}, "四月"},
    {{month, 5}, "五月"},
    {{month, 6}, "六月"},
    {{month, 7}, "七月"},
    {{month, 8}, "八月"},
    {{month, 9}, "九月"},
    {{month, 10}, "十月"},
    {{month, 11}, "十一月"},
    {{month, 12}, "十二月"},
    {{number, 1}, "一"},
    {{number, 2}, "两|二"},
    {{number, 3}, "三"},
    {{number, 4}, "四"},
    {{number, 5}, "五"},
    {{number, 6}, "六"},
    {{number, 7}, "七"},
    {{number, 8}, "八"},
    {{number, 9}, "九"},
    {{number, 10}, "十"},
    {{day_mark, 0}, "日|号"},
    {{month_mark, 0}, "月|月份"},
    {{year_mark, 0}, "年"},
    {{day_unit, 1}, "天|个工作日|个会议日"},
    {{week_unit, 1}, "周|星期|个星期|个礼拜"},
    {{early, 0}, "上旬|初"},
    {{mid, 0}, "中旬"},
    {{late, 0}, "下旬|底|末"},
    {{first_half, 0}, "上半月"},
    {{second_half, 0}, "下半月"},
    {{before, 0}, "前|之前|以前"},
    {{before_end, 0}, "底前|底之前|底以前|末前|末之前"},
    {{range, 0}, "至|到|与|和"},
    {{week_between, 0}, "中间的一周|中间一周"},
    {{nothing, 0}, "内|的|之间|期间|间|在|从|于|为期|里|中"},
});

constexpr auto arabic = std::to_array<Entry>({
    {{month, 1}, "كانون الثاني|يناير"},
    {{month, 2}, "شباط|فبراير"},
    {{month, 3}, "آذار|مارس"},
    {{month, 4}, "نيسان|أبريل"},
    {{month, 5}, "أيار|مايو"},
    {{month, 6}, "حزيران|يونيه|يونيو"},
    {{month, 7}, "تموز|يوليه|يوليو"},
    {{month, 8}, "آب|أغسطس"},
    {{month, 9}, "أيلول|سبتمبر"},
    {{month, 10}, "تشرين الأول|أكتوبر"},
    {{month, 11}, "تشرين الثاني|نوفمبر"},
    {{month, 12}, "كانون الأول|ديسمبر"},
    {{number, 1}, "واحد|واحدة"},
    {{number, 3}, "ثلاثة|ثلاث"},
    {{number, 4}, "أربعة|أربع"},
    {{number, 5}, "خمسة|خمس"},
    {{number, 6}, "ستة|ست"},
    {{number, 7}, "سبعة|سبع"},
    {{number, 8}, "ثمانية|ثماني"},
    {{number, 9}, "تسعة|تسع"},
    {{number, 10}, "عشرة|عشر"},
    {{day_unit, 1}, "يوم|أيام|أيام عمل|يوم عمل|يوما"},
    {{week_unit, 1}, "أسبوع|أسابيع|أسبوعا"},
    {{weeks, 2}, "أسبوعان|أسبوعين"},
    {{days, 2}, "يومان|يومين|يومي عمل"},
    {{early, 0}, "أوائل|مطلع|بداية"},
    {{mid, 0}, "منتصف|أواسط"},
    {{late, 0}, "أواخر|نهاية"},
    {{first_half, 0}, "النصف الأول من"},
    {{second_half, 0}, "النصف الثاني من"},
    {{before, 0}, "قبل"},
    {{before_end, 0}, "قبل نهاية|قبل نهاية شهر|بحلول نهاية"},
    {{range, 0}, "إلى|حتى|و|وحتى"},
    {{week_between, 0}, "الأسبوع الواقع بينهما|الأسبوع بينهما"},
    {{nothing, 0}, "في|من|بين|ما بين|خلال|شهر|مدة|لمدة|الفترة|عام|سنة"},
});

std::vector<Entry> entries_in(Language language) {
    switch (language) {
        case Language::ar: return {arabic.begin(), arabic.end()};
        case Language::zh: return {chinese.begin(), chinese.end()};
        case Language::en: return {english.begin(), english.end()};
        case Language::fr: return {french.begin(), french.end()};
        case Language::ru: return {russian.begin(), russian.end()};
        case Language::es: return {spanish.begin(), spanish.end()};
    }
    return {};
}

}  // namespace

std::vector<DateSpelling> date_spellings(Language language) {
    std::vector<DateSpelling> result;
    for (const Entry& entry : entries_in(language)) {
        std::string_view rest = entry.spellings;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            result.push_back({rest.substr(0, end), entry.token});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    std::ranges::stable_sort(result, [](const DateSpelling& one, const DateSpelling& other) {
        return one.words.size() > other.words.size();
    });
    return result;
}

}  // namespace travaux::planning
