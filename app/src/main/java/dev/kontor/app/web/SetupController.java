package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.config.PackUse;
import dev.kontor.engine.setup.ConnectionDraft;
import dev.kontor.engine.setup.SetupDecision;
import dev.kontor.engine.setup.SetupDesk;
import dev.kontor.engine.setup.SetupPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Connections, packs and flows, set up over the configuration file. */
@RestController
@RequestMapping("/api/setup")
class SetupController {

  private static final Pattern PREFIX = Pattern.compile("[a-z0-9-]{0,40}");

  private final HubGate gate;

  SetupController(HubGate gate) {
    this.gate = gate;
  }

  /**
   * A connection.
   *
   * @param zone null if it shares the one all others state
   * @param settings by the system's schema; a secret that is left out stays, null takes it away
   */
  record Draft(
      @Nullable String name,
      @Nullable String connector,
      @Nullable String zone,
      @Nullable String referencePrefix,
      @Nullable JsonNode settings) {

    ConnectionDraft read() {
      return draft(Given.text("name", name, Given.NAME), this);
    }

    /** The settings may hold secrets. */
    @Override
    public String toString() {
      return "Draft[" + name + "]";
    }
  }

  /**
   * A connection to keep.
   *
   * @param name may be left out, as it stands in the address
   * @param zone null if it shares the one all others state
   * @param settings by the system's schema; a secret that is left out stays, null takes it away
   * @param reason kept with the decision
   */
  record KeptDraft(
      @Nullable String name,
      @Nullable String connector,
      @Nullable String zone,
      @Nullable String referencePrefix,
      @Nullable JsonNode settings,
      @Nullable String reason) {

    ConnectionDraft read(String named) {
      if (name != null && !name.equals(named)) {
        throw new BadInputException("name", "is another one than in the address; a name is kept");
      }
      return draft(named, new Draft(name, connector, zone, referencePrefix, settings));
    }

    /** The settings may hold secrets. */
    @Override
    public String toString() {
      return "KeptDraft[" + name + "]";
    }
  }

  /**
   * @param reason kept with the decision
   */
  record Removal(@Nullable String reason) {}

  /**
   * A use of a pack.
   *
   * @param prefix put before the names of its flows, may be empty
   * @param roles connection by role
   * @param reason kept with the decision
   */
  record Use(
      @Nullable String pack,
      @Nullable String prefix,
      @Nullable Map<String, String> roles,
      @Nullable String reason) {}

  /**
   * A use to take away.
   *
   * @param reason kept with the decision
   */
  record UseRemoval(@Nullable String pack, @Nullable String prefix, @Nullable String reason) {}

  /**
   * Settings of a flow. One that is null is taken back, one that is left out stays.
   *
   * @param reason kept with the decision
   */
  record FlowSettings(
      @Nullable JsonNode enabled,
      @Nullable JsonNode dryRun,
      @Nullable JsonNode poll,
      @Nullable JsonNode quiet,
      @Nullable JsonNode reconcile,
      @Nullable JsonNode sla,
      @Nullable String reason) {

    Map<String, JsonNode> given() {
      Map<String, @Nullable JsonNode> all = new LinkedHashMap<>();
      all.put("enabled", enabled);
      all.put("dryRun", dryRun);
      all.put("poll", poll);
      all.put("quiet", quiet);
      all.put("reconcile", reconcile);
      all.put("sla", sla);
      Map<String, JsonNode> given = new LinkedHashMap<>();
      all.forEach(
          (name, value) -> {
            if (value != null) {
              given.put(name, value);
            }
          });
      return given;
    }
  }

  /**
   * @param version of what is kept; a process has taken it on when it says so as applied
   */
  record Stored(long version) {}

  /** Everything, as the file and the console have it. */
  @Needs(Right.CONFIGURE)
  @GetMapping
  SetupPage all() {
    return desk().page();
  }

  /** Asks the system of a connection that is not kept; only reads and stores nothing. */
  @Needs(Right.CONFIGURE)
  @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  SetupDesk.Trial check(@RequestBody Draft draft) {
    return desk().check(draft.read());
  }

  /** Adds a connection, or changes one of the console. */
  @Needs(Right.CONFIGURE)
  @PutMapping(path = "/connections/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Stored put(@PathVariable String name, @RequestBody KeptDraft draft, Caller caller) {
    return new Stored(desk().put(draft.read(name), decision(draft.reason(), caller)));
  }

  /** Removes a connection of the console. */
  @Needs(Right.CONFIGURE)
  @DeleteMapping(path = "/connections/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Stored remove(@PathVariable String name, @RequestBody Removal removal, Caller caller) {
    return new Stored(desk().removeConnection(name, decision(removal.reason(), caller)));
  }

  /** Adds a use of a pack, or gives one of the console other connections. */
  @Needs(Right.CONFIGURE)
  @PutMapping(path = "/uses", consumes = MediaType.APPLICATION_JSON_VALUE)
  Stored put(@RequestBody Use use, Caller caller) {
    PackUse wanted = use(use.pack(), use.prefix(), Given.present("roles", use.roles()));
    return new Stored(desk().put(wanted, decision(use.reason(), caller)));
  }

  /** Removes a use of the console, with the settings of its flows. */
  @Needs(Right.CONFIGURE)
  @DeleteMapping(path = "/uses", consumes = MediaType.APPLICATION_JSON_VALUE)
  Stored remove(@RequestBody UseRemoval use, Caller caller) {
    PackUse unwanted = use(use.pack(), use.prefix(), Map.of());
    return new Stored(desk().remove(unwanted, decision(use.reason(), caller)));
  }

  /** Sets a flow otherwise than file and pack do. */
  @Needs(Right.CONFIGURE)
  @PutMapping(path = "/flows/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Stored put(@PathVariable String name, @RequestBody FlowSettings settings, Caller caller) {
    Map<String, JsonNode> given = settings.given();
    if (given.isEmpty()) {
      throw new BadInputException("body", "has no setting; give at least one, e.g. enabled");
    }
    return new Stored(desk().set(name, given, decision(settings.reason(), caller)));
  }

  private static ConnectionDraft draft(String name, Draft draft) {
    JsonNode settings = Given.present("settings", draft.settings());
    if (!settings.isObject()) {
      throw new BadInputException("settings", "has the wrong type; give an object");
    }
    return new ConnectionDraft(
        name,
        Given.text("connector", draft.connector(), Given.NAME),
        draft.zone() == null ? null : Given.text("zone", draft.zone(), Given.NAME),
        draft.referencePrefix() == null ? "" : draft.referencePrefix(),
        settings);
  }

  private static PackUse use(
      @Nullable String pack, @Nullable String prefix, Map<String, String> roles) {
    roles.forEach((role, connection) -> Given.text("roles." + role, connection, Given.NAME));
    String put = prefix == null ? "" : prefix;
    if (!PREFIX.matcher(put).matches()) {
      throw new BadInputException(
          "prefix", "has the wrong form; give lower-case letters, digits and hyphens, at most 40");
    }
    return new PackUse(Given.text("pack", pack, Given.NAME), put, Map.copyOf(roles));
  }

  private static SetupDecision decision(@Nullable String reason, Caller caller) {
    return new SetupDecision(caller.name(), Given.text("reason", reason, Given.SENTENCES));
  }

  private SetupDesk desk() {
    return gate.setup()
        .orElseThrow(
            () ->
                RefusedException.conflict(
                    "this hub is not set up here; start it with ./kontor serve"));
  }
}
