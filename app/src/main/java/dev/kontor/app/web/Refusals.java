package dev.kontor.app.web;

import dev.kontor.app.access.OidcSignIn;
import dev.kontor.engine.access.AccessException;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.setup.SetupException;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of input that cannot be used which field it is and what is wrong with it. */
@RestControllerAdvice
@ResponseStatus(HttpStatus.BAD_REQUEST)
class Refusals {

  @ExceptionHandler
  Map<String, String> bad(BadInputException problem) {
    return error(problem.field(), String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(RefusedException problem) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
    @Nullable Duration wait = problem.retryAfter();
    if (wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
    }
    return answer.body(error(problem.field(), String.valueOf(problem.getMessage())));
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.FORBIDDEN)
  Map<String, String> notBelieved(OidcSignIn.Failed problem) {
    return Map.of("error", String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> access(AccessException problem) {
    HttpStatus status =
        switch (problem.kind()) {
          case BAD -> HttpStatus.BAD_REQUEST;
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
        };
    return ResponseEntity.status(status)
        .body(error(problem.field(), String.valueOf(problem.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> setup(SetupException problem) {
    HttpStatus status =
        switch (problem.kind()) {
          case BAD -> HttpStatus.BAD_REQUEST;
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
        };
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", problem.getMessage());
    body.put("field", problem.field());
    if (!problem.problems().isEmpty()) {
      body.put("problems", problem.problems());
    }
    return ResponseEntity.status(status).body(body);
  }

  /** A connected system was asked, or the engine knows better. */
  @ExceptionHandler
  ResponseEntity<Map<String, String>> faulty(FaultException problem) {
    return problem.fault() instanceof Fault.Invalid invalid
        ? ResponseEntity.badRequest().body(error(invalid.field(), invalid.message()))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .body(Map.of("error", problem.fault().message()));
  }

  @ExceptionHandler
  Map<String, String> mistyped(MethodArgumentTypeMismatchException problem) {
    return error(problem.getName(), problem.getName() + " has a value of the wrong kind");
  }

  @ExceptionHandler
  Map<String, String> missing(MissingServletRequestParameterException problem) {
    String name = problem.getParameterName();
    return error(name, name + " is missing; add it to the address");
  }

  @ExceptionHandler
  Map<String, String> unreadable(HttpMessageNotReadableException problem) {
    return switch (problem.getCause()) {
      case UnrecognizedPropertyException unknown ->
          error(
              path(unknown),
              path(unknown) + " is unknown; known are " + unknown.getKnownPropertyIds());
      case JacksonException other when !other.getPath().isEmpty() ->
          error(path(other), path(other) + " has a value of the wrong kind");
      case null, default -> error("body", "the body is not JSON as this address takes it");
    };
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  Map<String, String> away(DatabaseException problem) {
    if (!problem.isOutage()) {
      throw problem;
    }
    return Map.of("error", "the database does not answer; try again in a moment");
  }

  private static String path(JacksonException problem) {
    List<JacksonException.Reference> path = problem.getPath();
    return path.stream()
        .map(at -> at.getPropertyName() == null ? "[" + at.getIndex() + "]" : at.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static Map<String, String> error(@Nullable String field, String text) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("error", text);
    if (field != null) {
      error.put("field", field);
    }
    return error;
  }
}
