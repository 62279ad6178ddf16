package dev.kontor.connector.magento.category;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Categories below the one that the settings name, by their names; those that are missing are made.
 * All of the shop's are read in one call and remembered for a while. Thread-safe.
 */
public final class Categories {

  private static final Duration KNOWN = Duration.ofMinutes(10);
  private static final String PATH = "categories";

  private final MagentoApi api;
  private final String connection;
  private final @Nullable String called;
  private final InstantSource clock;
  private Instant since = Instant.EPOCH;
  private @Nullable Tree tree;

  public Categories(MagentoApi api, MagentoSettings settings, InstantSource clock) {
    this.api = api.in(ProductSettings.ALL_VIEWS);
    this.connection = settings.connection();
    this.called = settings.products().categories();
    this.clock = clock;
  }

  /** Whether any are written at all. */
  public boolean used() {
    return called != null;
  }

  private Tree tree() {
    Instant now = clock.instant();
    Tree known = tree;
    if (known == null || since.plus(KNOWN).isBefore(now)) {
      known = Tree.of(api.get(PATH));
      tree = known;
      since = now;
    }
    return known;
  }

  /**
   * Id of that below which the source's stand.
   *
   * @throws FaultException if the settings name none, or more than one
   */
  public synchronized int root() {
    String name = Objects.requireNonNull(called);
    List<Integer> found = tree().called(name);
    if (found.size() != 1) {
      throw new FaultException(
          new Fault.Misconfigured(
              connection + ".products.categories",
              found.isEmpty()
                  ? "names '" + name + "', but the shop has no such category"
                  : "names '"
                      + name
                      + "', as several categories are called; enter the id of one: "
                      + found));
    }
    return found.getFirst();
  }

  /**
   * Id of the last category of a path; null if the shop does not have it.
   *
   * @param names from the source's uppermost category on
   */
  public synchronized @Nullable Integer find(List<String> names) {
    Integer id = root();
    for (String name : names) {
      id = id == null ? null : tree().find(id, name);
    }
    return id;
  }

  /**
   * The same, made where it is missing.
   *
   * @throws FaultException the shop's refusal
   */
  public synchronized int made(List<String> names) {
    int id = root();
    for (String name : names) {
      Integer known = tree().find(id, name);
      id = known == null ? made(id, name) : known;
    }
    return id;
  }

  /** One that is there already, as after a lost answer, is refused and found by looking again. */
  private int made(int parent, String name) {
    Reply reply = api.write("POST", PATH, body(parent, name));
    if (reply.ok()) {
      int id = reply.body().path("id").asInt(0);
      tree().put(parent, name, id);
      return id;
    }
    Fault fault = api.fault(true, PATH, reply);
    if (!(fault instanceof Fault.Invalid invalid)) {
      throw new FaultException(fault);
    }
    tree = null;
    Integer known = tree().find(parent, name);
    if (known == null) {
      throw new FaultException(
          new Fault.Invalid(
              "categories", "'" + name + "' cannot be made: " + invalid.problem(), null));
    }
    return known;
  }

  private static ObjectNode body(int parent, String name) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putObject("category")
        .put("parent_id", parent)
        .put("name", name.strip())
        .put("is_active", true)
        .put("include_in_menu", true);
    return body;
  }
}
