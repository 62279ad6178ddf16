package dev.kontor.app.web;

import dev.kontor.engine.config.AdministrationConfig;
import java.net.BindException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
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
    return start(DoorsConfiguration.class, port, gate, Map.of(), context -> {});
  }

  /** For people on this machine; on loopback only. */
  public static WebServer administration(int port, HubGate gate) {
    return administration(
        InetAddress.getLoopbackAddress(), port, gate, AdministrationConfig.STANDARD);
  }

  /**
   * For people, on that address.
   *
   * @throws IllegalArgumentException if others can reach that address but no name is configured
   *     under which they may
   */
  public static WebServer administration(
      InetAddress address, int port, HubGate gate, AdministrationConfig settings) {
    if (!address.isLoopbackAddress() && settings.url() == null) {
      throw new IllegalArgumentException(
          "--admin-address "
              + address.getHostAddress()
              + " lets other machines reach the administration; say under which address:"
              + " administration.url in the configuration, served by a proxy that speaks TLS");
    }
    return start(
        AdministrationConfiguration.class,
        port,
        gate,
        AdministrationProperties.of(address, settings),
        context -> context.registerBean(AdministrationConfig.class, () -> settings));
  }

  private static WebServer start(
      Class<?> configuration,
      int port,
      HubGate gate,
      Map<String, Object> own,
      Consumer<GenericApplicationContext> beans) {
    SpringApplication application = new SpringApplication(configuration);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setDefaultProperties(ServerProperties.of(port, own));
    application.addInitializers(
        context -> {
          GenericApplicationContext registry = (GenericApplicationContext) context;
          registry.registerBean(HubGate.class, () -> gate);
          beans.accept(registry);
        });
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

  /** Its controllers and what they hang on. */
  ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
