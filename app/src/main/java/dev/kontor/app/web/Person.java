package dev.kontor.app.web;

import jakarta.servlet.http.HttpServletRequest;

/** Who decides. */
final class Person {

  /** Set by the sign-in. */
  private static final String USER = "kontor.user";

  private Person() {}

  /** Name for the record; where nobody signs in, the administration's port itself. */
  static String of(HttpServletRequest request) {
    return request.getAttribute(USER) instanceof String user ? user : "administration";
  }
}
