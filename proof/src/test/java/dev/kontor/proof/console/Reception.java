package dev.kontor.proof.console;

import dev.kontor.app.access.OneTimeLink;
import dev.kontor.app.access.Passwords;
import dev.kontor.app.web.HubGate;
import dev.kontor.app.web.WebServer;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.TwinPair;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The administration of a hub between both twins, and who may sign in there. */
final class Reception implements AutoCloseable {

  private static final String PASSWORD = "a long password";
  private static final String ADMINISTRATOR = "a.weiss";

  private final HubGate gate;
  private final TwinPair pair;
  private final Access access;
  private final WebServer administration;

  /**
   * @param merchant whose hub runs
   */
  Reception(Merchant merchant) {
    this(new HubGate(), merchant.pair(), merchant.hub().hub().access());
    gate.open(merchant.hub().hub());
  }

  /**
   * @param gate before the hub
   * @param pair of systems that it is between, or will be
   * @param access to the hub
   */
  Reception(HubGate gate, TwinPair pair, Access access) {
    this.gate = gate;
    this.pair = pair;
    this.access = access;
    administration = WebServer.administration(0, gate);
    people();
  }

  private void people() {
    String hash = new Passwords().hash(PASSWORD);
    person("m.brandt", "Marie Brandt", Role.OPERATOR, hash);
    person("j.keller", "Jonas Keller", Role.INTEGRATOR, hash);
    person(ADMINISTRATOR, "Anna Weiss", Role.ADMINISTRATOR, hash);
    person("t.vogel", "Tom Vogel", Role.VIEWER, hash);
    person("l.ott", "Lena Ott", Role.AUDITOR, hash);
  }

  private void person(String user, String name, Role role, String hash) {
    access.users().add(user, name, List.of(role), hash, /* mustChange= */ false, "story");
  }

  /** What the browser's tests must know of it. */
  Map<String, String> environment() {
    String url = "http://127.0.0.1:" + administration.port();
    return Map.of(
        "KONTOR_CONSOLE_URL",
        url,
        "KONTOR_CONSOLE_LINK",
        url + OneTimeLink.of(access, ADMINISTRATOR),
        "KONTOR_CONSOLE_PASSWORD",
        PASSWORD,
        "KONTOR_CONSOLE_TOKEN",
        token(),
        "KONTOR_SHOP_URL",
        pair.shop().uri().toString(),
        "KONTOR_ERP_URL",
        pair.erp().uri().toString());
  }

  private String token() {
    return access.tokens().create("story", Set.of(Right.READ), null, "story").secret();
  }

  @Override
  public void close() {
    gate.close();
    administration.close();
  }
}
