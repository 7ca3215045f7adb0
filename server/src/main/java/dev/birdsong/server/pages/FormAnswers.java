// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.state.sql.StateException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;

/// What a form that stays on its page is told: where to go on, or what is wrong, by field.
public final class FormAnswers {

    /// What the form can be mended for; all else is told as pages tell it.
    private static final Set<HttpStatus> OF_THE_FORM =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.CONFLICT, HttpStatus.TOO_MANY_REQUESTS);

    private FormAnswers() {}

    /// Where a browser goes on.
    public record Done(String location) {}

    /// What is wrong, for people, by the name of the field; of no field: by an empty name.
    public record Problems(Map<String, String> problems) {

        public Problems {
            problems = Map.copyOf(problems);
        }
    }

    /// Does what a form asks for.
    ///
    /// @param act does it; what the page is told then
    public static ResponseEntity<Object> of(Supplier<?> act) {
        return of(act, FormAnswers::atFields);
    }

    /// The same, where the page has more to say of what is wrong, or says it as the API does.
    public static ResponseEntity<Object> of(Supplier<?> act, UnaryOperator<Problems> told) {
        try {
            return ResponseEntity.ok(act.get());
        } catch (ApiException refused) {
            if (!OF_THE_FORM.contains(refused.status())) {
                throw refused;
            }
            return problem(refused.error().error().field().orElse(""), refused, told);
        } catch (StateException.Conflict refused) {
            return problem(refused.field(), refused, told);
        } catch (StateException.Missing refused) {
            return problem(refused.field(), refused, told);
        }
    }

    private static ResponseEntity<Object> problem(
            String field, RuntimeException refused, UnaryOperator<Problems> told) {
        var problems = new Problems(Map.of(field, String.valueOf(refused.getMessage())));
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(told.apply(problems));
    }

    private static Problems atFields(Problems problems) {
        return new Problems(problems.problems().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> atField(entry.getKey(), entry.getValue()))));
    }

    /// A problem that is shown at its field need not name it.
    private static String atField(String field, String message) {
        String named = "'" + field + "' ";
        String rest = !field.isEmpty() && message.startsWith(named) ? message.substring(named.length()) : message;
        return StringUtils.capitalize(rest);
    }
}
