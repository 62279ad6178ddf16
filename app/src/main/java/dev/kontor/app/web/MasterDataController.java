package dev.kontor.app.web;

import dev.kontor.engine.LinkDesk;
import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.table.ValueRow;
import dev.kontor.model.EntityType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
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

  record Links(List<Link> crossrefs) {}

  /**
   * A link to make, correct or remove.
   *
   * @param targetId of the document there, or
   * @param number by which people know it
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
          Input.text("source", source),
          type(Input.text("entity", entity)),
          Input.text("sourceId", sourceId),
          Input.text("target", target),
          targetId,
          number);
    }

    private static EntityType type(String key) {
      return Arrays.stream(EntityType.values())
          .filter(type -> type.key().equals(key))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      "entity "
                          + key
                          + " is unknown; known are "
                          + Arrays.stream(EntityType.values()).map(EntityType::key).toList()));
    }
  }

  record Table(String name, List<ValueRow> rows) {}

  record Tables(List<Table> tables) {}

  /**
   * A row of a table.
   *
   * @param value null to have the configured row hold again
   */
  record Row(@Nullable String value, @Nullable String reason) {}

  @GetMapping("/api/crossrefs")
  Links crossrefs(@RequestParam String number) {
    return new Links(desk().links().of(number).stream().map(Link::of).toList());
  }

  @PostMapping(path = "/api/crossrefs", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> link(@RequestBody Linking request, HttpServletRequest by) {
    String reason = Input.text("reason", request.reason());
    return Answers.asking(
        () -> {
          desk().links().link(request.wanted(), Person.of(by) + ": " + reason);
          return ResponseEntity.noContent().build();
        });
  }

  @DeleteMapping(path = "/api/crossrefs", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> unlink(@RequestBody Linking request, HttpServletRequest by) {
    String reason = Input.text("reason", request.reason());
    return Answers.asking(
        () ->
            desk().links().unlink(request.wanted(), Person.of(by), reason)
                ? ResponseEntity.noContent().build()
                : Answers.error(HttpStatus.NOT_FOUND, "sourceId is not linked there"));
  }

  @GetMapping("/api/tables")
  Tables tables() {
    return new Tables(
        desk().tables().all().entrySet().stream()
            .map(table -> new Table(table.getKey(), table.getValue()))
            .toList());
  }

  @PutMapping(path = "/api/tables/{name}/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Tables put(
      @PathVariable String name,
      @PathVariable String key,
      @RequestBody Row row,
      HttpServletRequest by) {
    String reason = Input.text("reason", row.reason());
    if (!desk().tables().put(name, key, row.value(), Person.of(by), reason)) {
      throw new BadInputException(
          "name "
              + name
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
