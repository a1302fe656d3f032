/**
 * The YAML files of {@code config/}, read so that every error message names file and line.
 *
 * <p>Reading order: {@link io.wattline.yaml.YamlFile} opens a file; {@link io.wattline.yaml.YamlValue} is one place in
 * it, a text, a list or a map, with methods that read a number, a duration or a name and refuse anything else;
 * {@link io.wattline.yaml.YamlFileException} carries the message: file, line, what was found, what is allowed.
 *
 * <p>Scalars keep the text as it was written: {@code No} is a word, not false. An unknown key is refused with the known
 * key that is nearest. A file with an error is not used at all.
 *
 * <p>The package may use {@code settings} for durations and near misses. It is plain Java with Jackson's YAML parser.
 * Features read their files with it: {@code validation.RuleBook}, {@code alert.AlertRules},
 * {@code field.FieldCatalogue} and others.
 */
package io.wattline.yaml;
