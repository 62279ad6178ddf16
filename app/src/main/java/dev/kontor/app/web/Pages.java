package dev.kontor.app.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The files of the console, which everybody may read: what they show they ask the API for. A path
 * that is no file and no address of the API is one of the console's own and gets its first page.
 * Without a console in the build there is the status page.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

  private static final String CONSOLE = "console/";
  private static final String STATUS = "page/";
  private static final String INDEX = "index.html";

  /** The page that is shown first. */
  static Resource first() {
    return new ClassPathResource((isBuilt() ? CONSOLE : STATUS) + INDEX);
  }

  private static boolean isBuilt() {
    return new ClassPathResource(CONSOLE + INDEX).exists();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    boolean built = isBuilt();
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/" + (built ? CONSOLE : STATUS))
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new FirstPage(built));
  }

  /** Knows which paths are pages of the console. */
  private static final class FirstPage extends PathResourceResolver {

    private final boolean routes;

    /**
     * @param routes whether the first page shows other paths too
     */
    FirstPage(boolean routes) {
      this.routes = routes;
    }

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      @Nullable Resource file = super.getResource(path, location);
      return file == null && routes && isRoute(path) ? super.getResource(INDEX, location) : file;
    }

    /** Files have a dot in their name; the hub's own addresses are answered elsewhere. */
    private static boolean isRoute(String path) {
      return !path.startsWith("api/")
          && !path.startsWith("health/")
          && !path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
  }
}
