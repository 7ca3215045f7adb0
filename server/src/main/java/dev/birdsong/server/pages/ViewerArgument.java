// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static java.util.Objects.requireNonNull;

import dev.birdsong.server.access.CallerArgument;
import dev.birdsong.server.http.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Tells pages who looks at them, and tells the template too, as `viewer`.
public final class ViewerArgument implements HandlerMethodArgumentResolver {

    private static final String NAME = "viewer";

    private final CallerArgument callers = new CallerArgument();
    private final Viewers viewers;

    public ViewerArgument(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Viewer viewer = viewers.of(
                callers.resolveArgument(parameter, container, request, binders),
                new Cookies(
                        requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                        requireNonNull(request.getNativeResponse(HttpServletResponse.class))));
        if (container != null) {
            container.addAttribute(NAME, viewer);
        }
        return viewer;
    }
}
