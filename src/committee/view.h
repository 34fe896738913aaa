// Views: what a committee shows, each a function of the state, declared like an act.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/act.h"
#include "consolidation/consolidated.h"

namespace travaux::committee {

struct View {
    Declaration declaration;
    std::vector<FieldOfAct> fields;
    std::function<Result<boost::json::value>(const State&, const boost::json::object&,
                                             const Context&)>
        show;
    boost::json::object shown;  ///< the schema of what it shows
};

/// Makes a view of its declaration and of what computes it.
template <DescribedStruct Fields, typename Shown>
[[nodiscard]] View declare_view(Declaration declaration,
                                Result<Shown> (*show)(const State&, const Fields&,
                                                      const Context&)) {
    View view{std::move(declaration), fields_of<Fields>(), {}, schema_of<Shown>()};
    view.fields = with_sentences(std::move(view.fields), view.declaration);
    const std::string name(view.declaration.name);
    view.show = [show, name](const State& state, const boost::json::object& object,
                             const Context& context) -> Result<boost::json::value> {
        TRY_ASSIGN(const Fields fields, from_object<Fields>(object, name));
        TRY_ASSIGN(const Shown shown, show(state, fields, context));
        return to_json(shown);
    };
    return view;
}

/// A right of every capacity.
[[nodiscard]] std::vector<Right> everybody();

/// Returns all views, by name.
[[nodiscard]] const std::vector<View>& views();

/// Returns a view by its name, or null.
[[nodiscard]] const View* find_view(std::string_view name);

/// Returns what a view shows. Errors: `rights.*`, `json.*`, and those of the view.
[[nodiscard]] Result<boost::json::value> show(const State& state, const View& view,
                                              const boost::json::object& fields,
                                              const Context& context);

}  // namespace travaux::committee
