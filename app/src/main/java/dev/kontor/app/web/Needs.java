package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right without which this address of the administration is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {

  /** All of them; none: whoever is signed in, even with a password that must be changed. */
  Right[] value();

  /** Whether a program on this machine needs no right. */
  boolean exceptHere() default false;
}
