package dev.kontor.app.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of input that cannot be used which field it is and what is wrong with it. */
@RestControllerAdvice
@ResponseStatus(HttpStatus.BAD_REQUEST)
class Refusals {

  @ExceptionHandler
  Map<String, String> bad(BadInputException problem) {
    Map<String, String> said = new LinkedHashMap<>(error(String.valueOf(problem.getMessage())));
    if (problem.field() != null) {
      said.put("field", problem.field());
    }
    return said;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> unknown(UnknownException problem) {
    return error(String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  Map<String, String> missing(MissingServletRequestParameterException problem) {
    return error(problem.getParameterName() + " is missing; add it to the address");
  }

  @ExceptionHandler
  Map<String, String> unreadable(HttpMessageNotReadableException problem) {
    return error(
        switch (problem.getCause()) {
          case UnrecognizedPropertyException unknown ->
              path(unknown) + " is unknown; known are " + unknown.getKnownPropertyIds();
          case JacksonException other when !other.getPath().isEmpty() ->
              path(other) + " has a value of the wrong kind";
          case null, default -> "the body is not JSON as this address takes it";
        });
  }

  private static String path(JacksonException problem) {
    List<JacksonException.Reference> path = problem.getPath();
    return path.stream()
        .map(at -> at.getPropertyName() == null ? "[" + at.getIndex() + "]" : at.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static Map<String, String> error(String text) {
    return Map.of("error", text);
  }
}
