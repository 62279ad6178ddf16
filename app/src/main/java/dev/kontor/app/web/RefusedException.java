package dev.kontor.app.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request is not carried out; the message says why and what to do. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final @Nullable Duration wait;

  private RefusedException(HttpStatus status, String message, @Nullable Duration wait) {
    super(message);
    this.status = status;
    this.wait = wait;
  }

  static RefusedException notSignedIn() {
    return new RefusedException(
        HttpStatus.UNAUTHORIZED, "not signed in; sign in, or send a valid token", null);
  }

  /** Which of the two is wrong, is not told. */
  static RefusedException wrong() {
    return new RefusedException(HttpStatus.UNAUTHORIZED, "user or password is wrong", null);
  }

  static RefusedException forbidden(String message) {
    return new RefusedException(HttpStatus.FORBIDDEN, message, null);
  }

  static RefusedException notFound(String message) {
    return new RefusedException(HttpStatus.NOT_FOUND, message, null);
  }

  static RefusedException conflict(String message) {
    return new RefusedException(HttpStatus.CONFLICT, message, null);
  }

  static RefusedException tooMany(Duration wait) {
    return new RefusedException(
        HttpStatus.TOO_MANY_REQUESTS,
        "too many wrong tries; try again in " + (wait.toMinutes() + 1) + " minutes",
        wait);
  }

  HttpStatus status() {
    return status;
  }

  /** After which it may be tried again, null if that does not matter. */
  @Nullable Duration retryAfter() {
    return wait;
  }
}
