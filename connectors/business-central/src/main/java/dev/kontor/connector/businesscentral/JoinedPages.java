package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of partners' apps that belong to documents of some entity sets. */
final class JoinedPages {

  /** How pages show when a row was changed. */
  static final List<String> STAMPS = List.of(Documents.STAMP, "systemModifiedAt");

  private final Configuration configuration;
  private final Company company;
  private final List<Join> joins;
  private final Map<String, Supplier<ODataClient>> clients = new TreeMap<>();

  JoinedPages(Configuration configuration, Company company, Set<String> entitySets) {
    this.configuration = configuration;
    this.company = company;
    this.joins =
        configuration.joins().stream().filter(join -> entitySets.contains(join.to())).toList();
    joins.forEach(join -> clients.put(join.api(), () -> company.app(join.api()).client()));
  }

  boolean isEmpty() {
    return joins.isEmpty();
  }

  /** By route of the app, so that each app is asked in one call. */
  Map<String, List<Join>> byApp() {
    Map<String, List<Join>> byApp = new LinkedHashMap<>();
    joins.forEach(join -> byApp.computeIfAbsent(join.api(), api -> new ArrayList<>()).add(join));
    return byApp;
  }

  List<Join> all() {
    return joins;
  }

  Optional<Join> named(String name) {
    return joins.stream().filter(join -> join.name().equals(name)).findFirst();
  }

  ODataClient client(Join join) {
    return company.app(join.api()).client();
  }

  /**
   * @throws FaultException if the environment does not offer the page as the setting states it
   */
  Join required(Join join) {
    ApiPages pages = company.app(join.api());
    if (!pages.has(join.entitySet())) {
      throw new FaultException(
          new Fault.Forbidden(
              join.entitySet(),
              "the environment offers no page "
                  + join.page()
                  + ", which setting "
                  + join.setting()
                  + " names; install the extension, or correct or remove the setting"));
    }
    if (!has(join, join.key())) {
      throw new FaultException(
          configuration.wrong(
              join.setting() + ".key",
              "names no field of "
                  + join.page()
                  + "; write the field that holds the "
                  + join.field()
                  + " of "
                  + join.to()));
    }
    return join;
  }

  boolean has(Join join, String field) {
    return company.app(join.api()).model().has(join.entitySet(), field);
  }

  /** Field that shows when a row was changed, null if the page has none. */
  @Nullable String stamp(Join join) {
    return STAMPS.stream().filter(field -> has(join, field)).findFirst().orElse(null);
  }

  /** Those that show when a row was changed, to be followed. */
  List<Sweeps.Source> sources() {
    List<Sweeps.Source> sources = new ArrayList<>();
    for (Join join : joins) {
      String stamp = stamp(join);
      if (stamp != null && has(join, join.key())) {
        List<String> fields =
            Stream.of("id", join.key(), stamp)
                .filter(field -> has(join, field))
                .distinct()
                .toList();
        sources.add(
            new Sweeps.Source(
                join.setting(),
                Objects.requireNonNull(clients.get(join.api())),
                ODataQuery.of(join.entitySet()).select(fields),
                false,
                stamp));
      }
    }
    return sources;
  }

  /** Keys of documents with which something happened on these pages, by join. */
  Map<Join, Set<String>> changed(List<Sweeps.Row> rows) {
    Map<Join, Set<String>> changed = new LinkedHashMap<>();
    for (Sweeps.Row row : rows) {
      joins.stream()
          .filter(join -> join.setting().equals(row.set()))
          .forEach(
              join ->
                  changed
                      .computeIfAbsent(join, one -> new TreeSet<>())
                      .add(Json.text(row.entity(), join.key(), "")));
    }
    changed.values().forEach(keys -> keys.remove(""));
    return changed;
  }
}
