package huoshui.access.web;

import huoshui.access.Purposes;
import huoshui.access.Signed;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the gatekeeper before everything under {@code /api}, and starts only if each of its doors says who may pass. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Gates implements WebMvcConfigurer {

    private final ObjectProvider<Purposes> purposes;

    Gates(ObjectProvider<Purposes> purposes) {
        this.purposes = purposes;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Signed.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Gatekeeper()).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedArgument(purposes));
    }

    @Bean
    static SmartInitializingSingleton everyDoorSaysWhoMayPass(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors) {
        return () -> doors.getHandlerMethods().forEach((mapping, method) -> {
            if (!Gatekeeper.declares(method))
                throw new IllegalStateException(
                        method + " says neither @Needs nor @SignedIn nor @Anyone: who may ask " + mapping + "?");
        });
    }
}
