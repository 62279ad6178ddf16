package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that they have to look again. */
@RestController
class EventsController {

  private final HubGate gate;
  private final LiveEvents events;

  EventsController(HubGate gate, LiveEvents events) {
    this.gate = gate;
    this.events = events;
  }

  /**
   * Server-sent events {@code changed} with {@code {"what": …}}: {@code messages}, {@code pauses}
   * or {@code problems}, each at most once a second.
   */
  @Needs(Right.READ)
  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events() {
    if (gate.hub().isEmpty()) {
      throw new NotReadyException();
    }
    return events.open();
  }
}
