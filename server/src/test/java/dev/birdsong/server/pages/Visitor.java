// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Somebody at a browser. Whatever its console says is kept: errors, and what the content policy forbids.
final class Visitor implements AutoCloseable {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String POST = """
            async ([path, form]) => (await fetch(path, {
              method: "POST", body: new URLSearchParams(form), redirect: "manual",
              headers: { ...JSON.parse(document.body.getAttribute("hx-headers")), "HX-Request": "true" } })).status
            """;
    /// A person sees a page when its scripts have run (`blocking=render`); a program sees it while it is read.
    private static final String SEES_WHAT_A_PERSON_SEES = """
            const unseen = new CSSStyleSheet();
            unseen.replaceSync("html:has(script[type=module]):not([data-ready]) body { visibility: hidden }");
            document.adoptedStyleSheets = [unseen];
            """;
    private static final Path PICTURES = Path.of("target/pictures");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(BrowserContext context) {
        this.context = context;
        context.addInitScript(SEES_WHAT_A_PERSON_SEES);
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visitor at(Chromium chromium, Served served) {
        return new Visitor(chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(served.server().address().toString())
                        .setViewportSize(1440, 900)
                        .setTimezoneId("UTC")
                        // colours that are on their way have no contrast of their own
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.LIGHT)));
    }

    static Visitor signedIn(Chromium chromium, Served served) {
        Visitor visitor = at(chromium, served);
        visitor.signIn(Served.EMAIL, Served.PASSWORD);
        return visitor;
    }

    void signIn(String email, String password) {
        page.navigate("/");
        enter(email, password);
    }

    /// Fills in the form that asks who they are.
    void enter(String email, String password) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(password);
        page.locator("button", new Page.LocatorOptions().setHasText("Sign in")).click();
        page.waitForLoadState();
    }

    Page page() {
        return page;
    }

    /// Takes pictures of the page, light and dark, wide and narrow.
    void picture(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                String file = name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png";
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }

    /// Takes pictures of the page and holds that everybody can use it.
    void shows(String name) {
        picture(name);
        isAccessible();
    }

    /// Sends a form as a page of ours would, whether the page has it or not; the status of the answer.
    int posts(String path, Map<String, String> form) {
        return (Integer) page.evaluate(POST, List.of(path, form));
    }

    /// Holds that the page can be used by everybody, as far as a program can tell.
    void isAccessible() {
        assertThat(new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .filter(violation -> GRAVE.contains(violation.getImpact()))
                                .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                        + violation.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList()))
                .isEmpty();
    }

    /// What the browser complained of so far.
    List<String> complaints() {
        return complaints;
    }

    /// Leaves; what was seen last is in the pictures, in case that something failed.
    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("last.png")));
        context.close();
    }
}
