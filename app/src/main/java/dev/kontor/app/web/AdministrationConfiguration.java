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
  PageController.class,
  OverviewController.class,
  SearchController.class,
  DocumentController.class,
  ConnectionController.class,
  EventsController.class,
  LiveEvents.class,
  SameSiteFilter.class,
  Refusals.class,
  SilentErrors.class
})
class AdministrationConfiguration {}
