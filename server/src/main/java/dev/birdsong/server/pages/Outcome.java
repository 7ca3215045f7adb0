// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.state.sql.StateException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Does what a button asks for, and has the next page tell what came of it.
public final class Outcome {

    private Outcome() {}

    /// Does it, unless it does not go together with what there is.
    ///
    /// @param act does it; what is said then
    public static void tell(RedirectAttributes next, Supplier<String> act) {
        try {
            next.addFlashAttribute("said", act.get());
        } catch (StateException.Conflict refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        } catch (ApiException refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            next.addFlashAttribute("refused", refused.getMessage());
        }
    }
}
