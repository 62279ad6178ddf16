package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The pages of partners' apps that belong to documents of some entity sets. */
final class JoinedPages {

  /** How pages show when a row was changed. */
  static final List<String> STAMPS = List.of(Documents.STAMP, "systemModifiedAt");

  private final Configuration configuration;
  private final Company company;
  private final List<Join> joins;
  private final Map<Join, JoinedPage> pages = new HashMap<>();

  JoinedPages(Configuration configuration, Company company, Set<String> entitySets) {
    this.configuration = configuration;
    this.company = company;
    this.joins =
        configuration.joins().stream().filter(join -> entitySets.contains(join.to())).toList();
    joins.forEach(
        join ->
            pages.put(
                join,
                join.isSoap()
                    ? new SoapPage(join, company.soap(join.soap()))
                    : new ApiPage(join, company.app(join.api()))));
  }

  boolean isEmpty() {
    return joins.isEmpty();
  }

  /** By route of the app, so that each app is asked in one call. */
  Collection<List<Join>> together() {
    Map<String, List<Join>> byApp = new LinkedHashMap<>();
    joins.forEach(join -> byApp.computeIfAbsent(join.api(), api -> new ArrayList<>()).add(join));
    return byApp.values();
  }

  /**
   * Reads rows.
   *
   * @param together of one app
   * @param keys of the documents they belong to, by join
   * @param taker may be called more than once for a join, or not at all
   */
  void read(
      List<Join> together, Map<Join, Set<String>> keys, BiConsumer<Join, List<JsonNode>> taker) {
    List<Wanted> wanted = new ArrayList<>();
    for (Join join : together) {
      Set<String> some = keys.getOrDefault(join, Set.of());
      switch (page(join)) {
        case ApiPage _ -> wanted.addAll(join.rows(some, rows -> taker.accept(join, rows)));
        case SoapPage soap -> taker.accept(join, soap.rows(some));
      }
    }
    if (!wanted.isEmpty()) {
      Wanted.read(company.app(together.getFirst().api()).client(), wanted);
    }
  }

  JoinedPage page(Join join) {
    return Objects.requireNonNull(pages.get(join), join.name());
  }

  List<Join> all() {
    return joins;
  }

  Optional<Join> named(String name) {
    return joins.stream().filter(join -> join.name().equals(name)).findFirst();
  }

  /**
   * @throws FaultException if the environment does not offer the page as the setting states it
   */
  Join required(Join join) {
    if (!page(join).isOffered()) {
      throw new FaultException(
          new Fault.Forbidden(
              join.page(),
              "the environment offers no page "
                  + join.page()
                  + ", which setting "
                  + join.setting()
                  + " names; install or publish it, or correct or remove the setting"));
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
    return page(join).has(field);
  }

  /** Field that shows when a row was changed, null if the page has none, or is not followed. */
  @Nullable String stamp(Join join) {
    return join.isSoap()
        ? null
        : STAMPS.stream().filter(field -> has(join, field)).findFirst().orElse(null);
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
                () -> company.app(join.api()).client(),
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
