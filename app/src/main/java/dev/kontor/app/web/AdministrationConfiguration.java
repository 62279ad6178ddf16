package dev.kontor.app.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The port for people: status page and its API. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  StatusController.class,
  DeskController.class,
  HealthController.class,
  MetricsController.class,
  DecisionController.class,
  ProblemController.class,
  MessageController.class,
  MasterDataController.class,
  StopController.class,
  PageController.class,
  SameSiteFilter.class,
  Refusals.class,
  SilentErrors.class
})
class AdministrationConfiguration {}
