package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.soap.PageService;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page that is published as a SOAP web service. */
record SoapPage(Join join, PageService service) implements JoinedPage {

  /** Keeps one filter short. */
  private static final int KEYS = 20;

  @Override
  public boolean isOffered() {
    return service.isOffered();
  }

  @Override
  public boolean has(String field) {
    return service.has(field);
  }

  @Override
  public void tryReading() {
    service.readMultiple(join.key(), PageService.anyOf(List.of("")));
  }

  /** The rows with these keys; a filter's wildcards may let others through. */
  List<JsonNode> rows(Collection<String> keys) {
    List<JsonNode> rows = new ArrayList<>();
    Set<String> wanted = keys.stream().map(Codes::upper).collect(Collectors.toSet());
    for (List<String> some : Wanted.chunks(List.copyOf(keys), KEYS)) {
      service.readMultiple(join.key(), PageService.anyOf(some)).stream()
          .filter(row -> wanted.contains(Codes.of(row, join.key())))
          .forEach(rows::add);
    }
    return rows;
  }

  @Override
  public void create(ObjectNode fields) {
    try {
      service.create(fields);
    } catch (FaultException e) {
      boolean made =
          e.fault() instanceof Fault.Invalid
              && !rows(List.of(Json.text(fields, join.key(), ""))).isEmpty();
      throw made
          ? new FaultException(
              new Fault.Conflict("a row of " + join.page() + " was made meanwhile"))
          : e;
    }
  }

  @Override
  public void update(JsonNode row, ObjectNode changes) {
    service.update(row, changes);
  }
}
