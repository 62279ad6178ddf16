package dev.kontor.app.demo;

import dev.kontor.app.access.OneTimeLink;
import dev.kontor.app.access.Passwords;
import dev.kontor.app.access.SignIn;
import dev.kontor.app.hub.ServedHub;
import dev.kontor.app.web.HubGate;
import dev.kontor.app.web.WebServer;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.User;
import dev.kontor.engine.config.ConfigFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hub of a demo with its two ports, between two twins. */
final class DemoHub implements AutoCloseable {

  private static final int MOST_SHOWN = 20;

  private final HubGate gate = new HubGate();
  private final WebServer doors = WebServer.doors(0, gate);
  private final WebServer administration;
  private final ServedHub served;
  private final String prefix;

  private DemoHub(Systems systems, DemoHome home, int adminPort) throws IOException {
    this.administration = WebServer.administration(adminPort, gate);
    Connectors connectors = Connectors.installed();
    home.write(systems, DemoConfiguration.of(systems, address(), connectors.schemas()));
    ConfigFile file = new ConfigFile(home.config(), Map.of(), connectors.schemas());
    this.served = ServedHub.open(file, connectors, home.directory(), gate);
    this.prefix =
        Objects.requireNonNull(served.config().connections().get("shop")).referencePrefix();
  }

  static DemoHub start(Systems systems, DemoHome home, int adminPort) throws IOException {
    DemoHub demo = new DemoHub(systems, home, adminPort);
    demo.served.start();
    systems.shop().joined(demo.address());
    return demo;
  }

  String address() {
    return "http://127.0.0.1:" + doors.port();
  }

  /**
   * How whoever has the demo's terminal gets into the console: by a link that signs in once, later
   * by the password.
   */
  String console() {
    String page = "http://127.0.0.1:" + administration.port();
    Access access = served.hub().access();
    String password = Passwords.oneTime();
    Passwords passwords = new Passwords();
    new SignIn(access, passwords).firstPassword();
    access
        .users()
        .password(User.FIRST)
        .ifPresent(old -> access.users().choose(User.FIRST, old, passwords.hash(password)));
    return page
        + OneTimeLink.of(access, User.FIRST)
        + " (opens once; later "
        + page
        + "/ as "
        + User.FIRST
        + " with "
        + password
        + ")";
  }

  /** What the hub puts before the shop's order numbers in the ERP. */
  String prefix() {
    return prefix;
  }

  /** What waits or failed, and why, in the hub's words. */
  List<String> open() {
    return served.hub().desk().open(MOST_SHOWN).stream()
        .map(
            m ->
                "%s %s %s: %s"
                    .formatted(
                        m.flow(),
                        Objects.requireNonNullElse(m.number(), m.sourceId()),
                        m.state(),
                        Objects.requireNonNullElse(m.reason(), "")))
        .toList();
  }

  @Override
  public void close() {
    gate.close();
    served.close();
    administration.close();
    doors.close();
  }
}
