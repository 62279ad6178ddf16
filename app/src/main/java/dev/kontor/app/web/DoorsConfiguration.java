package dev.kontor.app.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The public port: doors and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DoorController.class, SilentErrors.class})
class DoorsConfiguration {}
