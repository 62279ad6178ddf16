package dev.kontor.app.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives out the console's files, which everybody may read. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

  private static final String CONSOLE = "console/";

  /** The page that shows all others. */
  static Resource first() {
    return new ClassPathResource(CONSOLE + "index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/" + CONSOLE)
        .setCacheControl(CacheControl.noCache());
  }
}
