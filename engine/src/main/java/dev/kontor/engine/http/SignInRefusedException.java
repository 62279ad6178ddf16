package dev.kontor.engine.http;

import java.io.IOException;

/** A server does not let a user in; the call was not made. The message is for people. */
public final class SignInRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  SignInRefusedException(String message) {
    super(message);
  }
}
