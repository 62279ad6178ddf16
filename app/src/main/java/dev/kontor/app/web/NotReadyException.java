package dev.kontor.app.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The hub is starting or stopping. */
final class NotReadyException extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  NotReadyException() {
    super(HttpStatus.SERVICE_UNAVAILABLE);
  }
}
