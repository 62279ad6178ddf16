package dev.kontor.app.web;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.delivery.Previews.Preview;
import dev.kontor.engine.problem.Approval;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Decisions about single messages, and those that a second person must approve. */
@RestController
class MessageController {

  private final HubGate gate;

  MessageController(HubGate gate) {
    this.gate = gate;
  }

  record Skipping(@Nullable List<Long> ids, @Nullable String reason) {}

  /** One message whose document is in the target already. */
  record Entering(@Nullable List<Long> ids, @Nullable String number, @Nullable String reason) {}

  record Sending(@Nullable List<Long> ids) {}

  /** What would be written, or why it would fail again. */
  record Foreseen(@Nullable String would, @Nullable JsonNode json, @Nullable String fault) {}

  record Approvals(List<Approval> approvals) {}

  record Settling(@Nullable Boolean approve, @Nullable String reason) {}

  @PostMapping(path = "/api/messages/skip", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> skip(@RequestBody Skipping request, HttpServletRequest by) {
    return Answers.of(
        deciding()
            .decide(
                Approval.Action.SKIP,
                Input.present("ids", request.ids()),
                Person.of(by),
                Input.text("reason", request.reason())));
  }

  @PostMapping(path = "/api/messages/entered", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> entered(@RequestBody Entering request, HttpServletRequest by) {
    return Answers.of(
        deciding()
            .entered(
                one(request.ids()),
                Input.text("number", request.number()),
                Person.of(by),
                Input.text("reason", request.reason())));
  }

  @PostMapping(path = "/api/messages/send", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answers.Decided send(@RequestBody Sending request, HttpServletRequest by) {
    return Answers.decided(deciding().send(one(request.ids()), Person.of(by)));
  }

  @PostMapping("/api/messages/{id}/preview")
  ResponseEntity<Object> preview(@PathVariable long id) {
    List<Preview> found = desk().previews().of(List.of(id));
    return found.isEmpty()
        ? Answers.error(HttpStatus.NOT_FOUND, "message " + id + " is unknown or finished")
        : ResponseEntity.ok(foreseen(found.getFirst()));
  }

  private static Foreseen foreseen(Preview preview) {
    return new Foreseen(preview.would(), preview.content(), preview.fault());
  }

  @GetMapping("/api/approvals")
  Approvals approvals() {
    return new Approvals(deciding().approvals());
  }

  @PostMapping(path = "/api/approvals/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> settle(
      @PathVariable long id, @RequestBody Settling request, HttpServletRequest by) {
    return Answers.of(
        deciding()
            .settle(
                id,
                Input.present("approve", request.approve()),
                Person.of(by),
                Input.text("reason", request.reason())));
  }

  private static long one(@Nullable List<Long> ids) {
    List<Long> given = Input.present("ids", ids);
    if (given.size() != 1) {
      throw new BadInputException("ids has " + given.size() + " messages; name exactly one");
    }
    return given.getFirst();
  }

  private Deciding deciding() {
    return desk().deciding();
  }

  private ProblemDesk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).problems();
  }
}
