//! Exchange: the JSON file and pasted tables.

use crate::plan::Plan;

/// Provisional; replaced by the real reader.
pub fn read(text: &str) -> Result<Plan, String> {
    let mut file: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    serde_json::from_value(file["plan"].take()).map_err(|e| e.to_string())
}

/// Writes a plan file.
pub fn write(plan: &Plan) -> String {
    let body = serde_json::json!({"format": "samplan", "version": 1, "plan": plan});
    serde_json::to_string_pretty(&body).unwrap_or_default()
}
