// AssessmentEngine
