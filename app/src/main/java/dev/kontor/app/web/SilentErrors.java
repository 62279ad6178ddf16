package dev.kontor.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong with the standard's words only: no class name, path or trace. */
@Open
@Hidden
@RestController
class SilentErrors implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<Map<String, String>> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    HttpStatus said = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    return ResponseEntity.status(said)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("error", said.getReasonPhrase()));
  }
}
