internal import CEL

/// What conditions can name: the sections of the questions, parameters, patterns, the assessment's date, the functions.
struct Vocabulary {
  let environment: Environment
  /// The values of the variables behind the sections and before the assessment.
  let constants: [Value]
  let foundation: Foundation
  let schema: AnswerSchema

  init(_ foundation: Foundation, _ schema: AnswerSchema) {
    self.foundation = foundation
    self.schema = schema
    let parameterType = ObjectType(
      name: "params", fields: foundation.parameters.map { ObjectField(name: $0.name, type: .double) })
    let patternType = ObjectType(
      name: "patterns", fields: foundation.patterns.map { ObjectField(name: $0.name, type: .string) })
    constants = [
      .record(RecordValue(type: parameterType, fields: foundation.parameters.map { .double($0.value) })),
      // A pattern's value is its name: the functions know the patterns by it.
      .record(RecordValue(type: patternType, fields: foundation.patterns.map { .string($0.name) })),
    ]
    let sections = schema.sections.map { VariableDeclaration(name: $0, type: .object($0)) }
    let context = ["params", "patterns", "assessment"].map {
      VariableDeclaration(name: $0, type: .object($0), isInput: false)
    }
    environment = Environment(
      variables: sections + context,
      objectTypes: schema.objectTypes + [parameterType, patternType, PolicySet.assessmentType],
      functions: FunctionLibrary.standard.adding(DomainFunctions.all(foundation)))
  }
}
