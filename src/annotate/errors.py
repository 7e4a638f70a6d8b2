"""The one exception root: what stops the work is raised, a person's mistakes are findings (`diagnostics`)."""


class AnnotateError(Exception):
    """Base of every exception this package raises on purpose."""


class InputRefused(AnnotateError):
    """The work cannot go on because of what a person handed in; `findings` says what and where.

    Attributes:
        findings: a tuple of `diagnostics.Finding`, at least one of them an error.
    """

    def __init__(self, *findings: object) -> None:
        super().__init__("; ".join(str(finding) for finding in findings))
        self.findings = findings


class WorkFailed(AnnotateError):
    """The work could not be done though the input may be sound: a full disk, no font, a limit reached (exit code 3).

    Attributes:
        findings: a tuple of `diagnostics.Finding` that say why.
    """

    def __init__(self, *findings: object) -> None:
        super().__init__("; ".join(str(finding) for finding in findings))
        self.findings = findings
