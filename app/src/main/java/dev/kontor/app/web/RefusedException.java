package dev.kontor.app.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request is not carried out; the message says why and what to do. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final @Nullable String field;
  private final @Nullable Duration wait;

  private RefusedException(
      HttpStatus status, @Nullable String field, String message, @Nullable Duration wait) {
    super(message);
    this.status = status;
    this.field = field;
    this.wait = wait;
  }

  static RefusedException notSignedIn() {
    return new RefusedException(
        HttpStatus.UNAUTHORIZED, null, "not signed in; sign in, or send a valid token", null);
  }

  /** Which of the two is wrong, is not told. */
  static RefusedException wrong() {
    return new RefusedException(HttpStatus.UNAUTHORIZED, null, "user or password is wrong", null);
  }

  static RefusedException forbidden(String message) {
    return new RefusedException(HttpStatus.FORBIDDEN, null, message, null);
  }

  /** What the address names is not there. */
  static RefusedException notFound(String message) {
    return notFound("path", message);
  }

  /** What that field of the request names is not there. */
  static RefusedException notFound(String field, String message) {
    return new RefusedException(HttpStatus.NOT_FOUND, field, message, null);
  }

  /** The installation is not so that what the address does could be done. */
  static RefusedException conflict(String message) {
    return conflict("path", message);
  }

  /** What that field of the request names is not so that it could be done. */
  static RefusedException conflict(String field, String message) {
    return new RefusedException(HttpStatus.CONFLICT, field, message, null);
  }

  static RefusedException tooMany(Duration wait) {
    return tooMany("too many wrong tries; try again in ", "", wait);
  }

  static RefusedException tooManyBegun(Duration wait) {
    return tooMany(
        "too many sign-ins were begun from this address and not ended; try again in ",
        ", or sign in by password",
        wait);
  }

  private static RefusedException tooMany(String before, String after, Duration wait) {
    return new RefusedException(
        HttpStatus.TOO_MANY_REQUESTS,
        null,
        before + (wait.toMinutes() + 1) + " minutes" + after,
        wait);
  }

  HttpStatus status() {
    return status;
  }

  /** Which part of the request it is about, null if about none. */
  @Nullable String field() {
    return field;
  }

  /** After which it may be tried again, null if that does not matter. */
  @Nullable Duration retryAfter() {
    return wait;
  }
}
