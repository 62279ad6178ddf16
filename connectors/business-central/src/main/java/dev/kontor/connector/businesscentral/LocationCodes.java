package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Locations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The company's locations, remembered for some minutes. */
final class LocationCodes implements Locations {

  static final String SET = "locations";

  private static final String ALL = "";
  private static final ODataQuery QUERY = ODataQuery.of(SET).select(List.of("id", "code"));

  private final Company company;
  private final Remembered<SortedMap<String, String>> known;

  LocationCodes(Company company) {
    this.company = company;
    this.known = new Remembered<>(company.clock());
  }

  @Override
  public Optional<SortedSet<String>> codes() {
    return LocationStock.isTold(company.companion())
        ? Optional.of(new TreeSet<>(ids().keySet()))
        : Optional.empty();
  }

  /** Id by code. */
  Map<String, String> ids() {
    if (known.get(ALL) == null) {
      Wanted.read(company, unread());
    }
    SortedMap<String, String> read = known.get(ALL);
    return read == null ? Map.of() : read;
  }

  /** What must be read to know them. */
  List<Wanted> unread() {
    return known.get(ALL) == null
        ? List.of(new Wanted(QUERY, answer -> keep(answer.entities())))
        : List.of();
  }

  private void keep(List<JsonNode> locations) {
    SortedMap<String, String> ids = new TreeMap<>();
    locations.forEach(row -> ids.put(Codes.of(row, "code"), Json.text(row, "id", "")));
    known.put(ALL, ids);
  }
}
