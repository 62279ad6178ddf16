package dev.kontor.app.web;

import dev.kontor.engine.LinkDesk;
import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.table.ValueRow;
import dev.kontor.model.EntityType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cross-references and value tables, by hand. */
@RestController
class MasterDataController {

  private final HubGate gate;

  MasterDataController(HubGate gate) {
    this.gate = gate;
  }

  /** One document here is that document there. */
  record Link(
      String source,
      String entity,
      String sourceId,
      String target,
      String targetId,
      @Nullable String number) {

    static Link of(Crossref row) {
      return new Link(
          row.source(),
          row.entity().key(),
          row.sourceId(),
          row.target(),
          row.targetId(),
          row.number());
    }
  }

  /** Those of documents that people know by a number. */
  record Links(List<Link> crossrefs) {}

  /**
   * A link to make, correct or remove.
   *
   * @param source connection of the document here
   * @param entity what it is
   * @param sourceId native id of it here
   * @param target connection of the document there
   * @param targetId native id of it there, or
   * @param number by which people know it there
   * @param reason kept with the decision
   */
  record Linking(
      @Nullable String source,
      @Nullable String entity,
      @Nullable String sourceId,
      @Nullable String target,
      @Nullable String targetId,
      @Nullable String number,
      @Nullable String reason) {

    LinkDesk.Wanted wanted() {
      return new LinkDesk.Wanted(
          Given.text("source", source, Given.NAME),
          type(Given.text("entity", entity, Given.NAME)),
          Given.text("sourceId", sourceId, Given.NAME),
          Given.text("target", target, Given.NAME),
          given("targetId", targetId),
          given("number", number));
    }

    private static @Nullable String given(String field, @Nullable String value) {
      return value == null ? null : Given.text(field, value, Given.NAME);
    }

    private static EntityType type(String key) {
      return Arrays.stream(EntityType.values())
          .filter(type -> type.key().equals(key))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      "entity",
                      key
                          + " is unknown; known are "
                          + Arrays.stream(EntityType.values()).map(EntityType::key).toList()));
    }
  }

  /** A value table, its rows by key. */
  record Table(String name, List<ValueRow> rows) {}

  /** Every value table. */
  record Tables(List<Table> tables) {}

  /**
   * A row of a table.
   *
   * @param value null to have the configured row, if any, hold again
   * @param reason kept with the decision
   */
  record Row(@Nullable String value, @Nullable String reason) {}

  /** What is linked to the documents that people know by a number. */
  @Needs(Right.READ)
  @GetMapping("/api/crossrefs")
  Links crossrefs(@RequestParam String number) {
    String given = Given.text("number", number, Given.NAME);
    return new Links(desk().links().of(given).stream().map(Link::of).toList());
  }

  /** Links two documents, or corrects their link, after a look at both. */
  @Needs(Right.CONFIGURE)
  @PostMapping(path = "/api/crossrefs", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void link(@RequestBody Linking request, Caller caller) {
    String reason = Given.text("reason", request.reason(), Given.SENTENCES);
    desk().links().link(request.wanted(), caller.name(), reason);
  }

  /** Takes a link away; the documents stay as they are. */
  @Needs(Right.CONFIGURE)
  @DeleteMapping(path = "/api/crossrefs", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlink(@RequestBody Linking request, Caller caller) {
    String reason = Given.text("reason", request.reason(), Given.SENTENCES);
    if (!desk().links().unlink(request.wanted(), caller.name(), reason)) {
      throw RefusedException.notFound(
          "sourceId", "sourceId is of no document that is linked there");
    }
  }

  /** Every value table, and where each row comes from. */
  @Needs(Right.READ)
  @GetMapping("/api/tables")
  Tables tables() {
    return new Tables(
        desk().tables().all().entrySet().stream()
            .map(table -> new Table(table.getKey(), table.getValue()))
            .toList());
  }

  /** Puts a row over the configured one. The key may have slashes in it. */
  @Needs(Right.CONFIGURE)
  @PutMapping(path = "/api/tables/{name}/{*key}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Tables put(
      @PathVariable String name, @PathVariable String key, @RequestBody Row row, Caller caller) {
    return stored(name, key.substring(1), row, caller);
  }

  /** The same for a key that no path can hold, such as one with two slashes on end. */
  @Needs(Right.CONFIGURE)
  @PutMapping(path = "/api/tables/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Tables putNamed(
      @PathVariable String name, @RequestParam String key, @RequestBody Row row, Caller caller) {
    return stored(name, key, row, caller);
  }

  private Tables stored(String name, String key, Row row, Caller caller) {
    String given = Given.text("key", key, Given.NAME);
    String value = row.value() == null ? null : Given.text("value", row.value(), Given.SENTENCES);
    String reason = Given.text("reason", row.reason(), Given.SENTENCES);
    if (!desk().tables().put(name, given, value, caller.name(), reason)) {
      throw new BadInputException(
          "name",
          name
              + " is no table; known are "
              + desk().tables().all().keySet()
              + ", add others under tables in the configuration");
    }
    return tables();
  }

  private ProblemDesk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).problems();
  }
}
