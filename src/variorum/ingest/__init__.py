"""The world to reports: files, pasted text and saved pages, the roles of their lines, and their day."""

from variorum.ingest.dating import date_reports
from variorum.ingest.files import Intake, read_report, read_reports
from variorum.ingest.reports import report_from_bytes, report_from_text

__all__ = ["Intake", "date_reports", "read_report", "read_reports", "report_from_bytes", "report_from_text"]
