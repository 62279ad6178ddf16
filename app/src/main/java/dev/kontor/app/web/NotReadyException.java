package dev.kontor.app.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The hub is starting or stopping. */
final class NotReadyException extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  /** Seconds after which it may be tried again. */
  static final String RETRY_AFTER = "5";

  NotReadyException() {
    super(HttpStatus.SERVICE_UNAVAILABLE);
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    return headers;
  }
}
