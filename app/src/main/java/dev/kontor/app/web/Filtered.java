package dev.kontor.app.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Takes what messages are searched by; all of it must hold. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    name = "number",
    in = ParameterIn.QUERY,
    description = "of shop, ERP, invoice; a SKU; an id")
@Parameter(name = "state", in = ParameterIn.QUERY, description = "of the message; may be repeated")
@Parameter(name = "flow", in = ParameterIn.QUERY, description = "name of the flow")
@Parameter(name = "from", in = ParameterIn.QUERY, description = "arrived then or later, ISO 8601")
@Parameter(name = "to", in = ParameterIn.QUERY, description = "arrived before, ISO 8601")
@Parameter(name = "fault", in = ParameterIn.QUERY, description = "class of the fault")
@Parameter(name = "text", in = ParameterIn.QUERY, description = "part of the reason")
@Parameter(name = "email", in = ParameterIn.QUERY, description = "the buyer's; right personal")
@interface Filtered {}
