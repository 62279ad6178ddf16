package dev.kontor.app.web;

import java.net.BindException;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** One listening port with its own controllers, so that what is not there cannot be reached. */
public final class WebServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  private WebServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** Where connected systems push to; on all addresses. */
  public static WebServer doors(int port, HubGate gate) {
    return start(DoorsConfiguration.class, port, gate, Map.of());
  }

  /** For people on this machine; on loopback only. */
  public static WebServer administration(int port, HubGate gate) {
    return start(
        AdministrationConfiguration.class, port, gate, Map.of("server.address", "127.0.0.1"));
  }

  private static WebServer start(
      Class<?> configuration, int port, HubGate gate, Map<String, Object> own) {
    SpringApplication application = new SpringApplication(configuration);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setDefaultProperties(ServerProperties.of(port, own));
    application.addInitializers(
        context -> ((GenericApplicationContext) context).registerBean(HubGate.class, () -> gate));
    try {
      return new WebServer((ServletWebServerApplicationContext) application.run());
    } catch (ApplicationContextException e) {
      throw NestedExceptionUtils.getMostSpecificCause(e) instanceof BindException
          ? new PortTakenException(port, e)
          : e;
    }
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
