// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.people.TenantsEndpoint;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells pages who looks at them, and serves their styles and scripts.
@Configuration(proxyBeanMethods = false)
public class PageConfiguration implements WebMvcConfigurer {

    private final TenantsEndpoint tenants;

    public PageConfiguration(TenantsEndpoint tenants) {
        this.tenants = tenants;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgument(new Viewers(tenants)));
    }

    /// Asked for anew each time, and sent again only when they changed.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
