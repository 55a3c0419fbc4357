package huoshui.door.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the page's files from the jar: hashed ones for a year, the rest asked for anew each time; an address that only the
 * page knows gets the page. 页面文件
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String BUILT = "classpath:/static/";

    /** Texts say how they are written, so that no browser guesses. */
    @Bean
    static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> textsAreUtf8() {
        return server -> {
            var types = new MimeMappings(MimeMappings.DEFAULT);
            types.add("html", "text/html;charset=UTF-8");
            types.add("js", "text/javascript;charset=UTF-8");
            types.add("css", "text/css;charset=UTF-8");
            types.add("svg", "image/svg+xml;charset=UTF-8");
            types.add("txt", "text/plain;charset=UTF-8");
            server.setMimeMappings(types);
        };
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(BUILT + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(BUILT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new OrThePage());
    }

    /** A file where there is one; {@code index.html} for an address of the page; nothing for an API that does not exist. */
    private static final class OrThePage extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            if (!path.isEmpty()) {
                var file = super.getResource(path, location);
                if (file != null) return file;
            }
            boolean page = !path.startsWith("api/") && path.lastIndexOf('.') <= path.lastIndexOf('/');
            return page ? super.getResource("index.html", location) : null;
        }
    }
}
